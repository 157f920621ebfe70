/**
 * The eligibility check: of all questions only those that decide whether a service can be applied for. It needs nobody's name and no register, keeps
 * nothing, and is the same law and the same order of questions as the application.
 */
import { eligibility, nextQuestion, nothingKnown, parseAnswer, prepare, situation, type Basket, type Prepared, type Situation } from '../../core/journey';
import { isDeclined, type Value, type Values } from '../../core/case';
import type { InForce } from '../../core/catalogue';

/** Answers in the order they were given, and questions passed over. */
export type Said = { answers: Values; passed: string[] };
export type Walk = { prepared: Prepared; situation: Situation; next: string | null; left: number };

export function walk(law: InForce, basket: Basket, said: Said, today: string): Walk {
  const prepared = prepare(law, basket);
  const s = situation(prepared, today, said.answers, nothingKnown);
  const open = eligibility(s);
  const passed = new Set(said.passed);
  const next = nextQuestion(s, open, passed);
  return { prepared, situation: s, next: next?.concept ?? null, left: [...open.deciding.keys()].filter((c) => !passed.has(c) && !(c in said.answers)).length };
}

const prefix = 'said.';
/** Hidden fields that carry what was said from page to page. */
export const saidFields = ({ answers, passed }: Said): [string, string][] => [
  ...Object.entries(answers).map(([c, value]): [string, string] => [prefix + c, JSON.stringify(value)]),
  ...passed.map((c): [string, string] => ['passed', c]),
];

/** What a form carries, as far as it makes sense for this basket: anybody may have typed it. */
export function saidIn(law: InForce, basket: Basket, names: readonly string[], text: (name: string) => string, passed: readonly string[]): Said {
  const prepared = prepare(law, basket);
  const answers: Values = {};
  for (const name of names.filter((n) => n.startsWith(prefix))) {
    const concept = name.slice(prefix.length);
    const value = known(prepared, concept) ? readValue(prepared, concept, text(name)) : undefined;
    if (value !== undefined) answers[concept] = value;
  }
  return { answers, passed: [...new Set(passed)].filter((c) => known(prepared, c) && !(c in answers)) };
}

const known = (prepared: Prepared, concept: string): boolean => prepared.choices.has(concept) || prepared.datum(concept) !== null;

function readValue(prepared: Prepared, concept: string, written: string): Value | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(written);
  } catch {
    return undefined;
  }
  const parsed = parseAnswer(prepared, concept, raw);
  return 'value' in parsed ? parsed.value : undefined;
}

export const without = ({ answers, passed }: Said, concept: string): Said => ({
  answers: Object.fromEntries(Object.entries(answers).filter(([c]) => c !== concept)),
  passed: passed.filter((c) => c !== concept),
});

export type Verdict = { can: string[]; clerk: string[]; cannot: string[]; open: string[]; out: string[] };
/** Steps by what came out. */
export function verdictOf({ prepared, situation: s }: Pick<Walk, 'prepared' | 'situation'>): Verdict {
  const verdict: Verdict = { can: [], clerk: [], cannot: [], open: [], out: [] };
  for (const step of prepared.steps) {
    const { state, clerkDecides, why } = s.states.get(step.id)!;
    // A rule that excludes itself by "I do not know" is an officer's to settle.
    const unsure = why.some((line) => line.concepts.some((c) => isDeclined(s.answers[c])));
    if (state === 'in') verdict[clerkDecides.length > 0 || unsure ? 'clerk' : 'can'].push(step.id);
    else if (state === 'later') verdict.can.push(step.id);
    else if (state === 'undecided') verdict.open.push(step.id);
    else if (state === 'out') verdict.out.push(step.id);
    else verdict.cannot.push(step.id);
  }
  return verdict;
}
