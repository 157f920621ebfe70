/** The order in which rules are checked. Of the findings about rules only those of the first stage that has any are told: what comes later may only follow from them. */
import type { Finding } from './finding';

const stages: readonly (readonly string[])[] = [
  ['YJ401', 'YJ402', 'YJ410', 'YJ411', 'YJ412'],
  ['YJ403', 'YJ405'],
  ['YJ404'],
  ['YJ406'],
  ['YJ420', 'YJ421'],
  ['YJ422', 'YJ423'],
  ['YJ424', 'YJ425', 'YJ426'],
  ['YJ430'],
];
const stageOf = new Map(stages.flatMap((codes, i) => codes.map((c) => [c, i] as const)));

export function firstStage(findings: readonly Finding[]): Finding[] {
  const first = Math.min(...findings.map((f) => stageOf.get(f.code) ?? Infinity));
  return findings.filter((f) => (stageOf.get(f.code) ?? first) === first);
}
