/** What a declared type is to a rule: its kind, and the codes it may take. */
import type { Name, RuleType } from '../rules';
import type { InForce } from './catalogue';

export const codesOf = (law: InForce, type: string): string[] | undefined => {
  const list = /^code<(.+)>$/.exec(type)?.[1];
  if (list === undefined) return undefined;
  if (list === 'division') return [...law.divisions.keys()];
  return law.codes.get(list)?.values.map((v) => v.code);
};

const ruleTypes: Record<string, RuleType> = { bool: 'bool', number: 'number', money: 'money', date: 'date', instant: 'instant', duration: 'days' };

export function nameOf(law: InForce, d: { type: string }): Name {
  const codes = codesOf(law, d.type);
  return codes ? { type: 'code', codes } : { type: ruleTypes[d.type] ?? 'text' };
}
