/**
 * The proof by trial that the support is exact: rules at random over yes/no, codes, decimals, whole numbers and days – two
 * unknowns side by side among them –, each tried with every combination of values that its constants tell apart. Of each rule
 * many states of knowledge are looked at: the support must be exactly the facts whose change alone can change the outcome.
 */
import { conceptsOf, diagram, holds, isRuleError, parse, simplify, type Domain, type Expression, type Facts, type Known } from '../rules';
import { addDays } from '../calendar/civil-date';

export type SupportTrial = { rules: number; states: number; open: number; mismatches: string[]; inexact: number };

const today = '2026-01-15';
const list = ['x', 'y', 'z', 'v'];
const near = (d: string) => [-2, -1, 0, 1, 2].map((k) => addDays(d, k));
const [eighteen, limit] = ['2008-01-15', '2020-06-01'];
const steps = (from: number, to: number, by: number) => Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);

const facts: { readonly [concept: string]: { domain: Domain; values: readonly Known[] } } = {
  'a.yes': { domain: { kind: 'bool', mayBeAbsent: false }, values: [true, false] },
  'a.also': { domain: { kind: 'bool', mayBeAbsent: false }, values: [true, false] },
  'a.maybe': { domain: { kind: 'bool', mayBeAbsent: true }, values: [true, false, null] },
  'a.kind': { domain: { kind: 'code', codes: list, mayBeAbsent: false }, values: list },
  'a.other': { domain: { kind: 'code', codes: list, mayBeAbsent: false }, values: list },
  'a.area': { domain: { kind: 'number', mayBeAbsent: false }, values: [...steps(-6, -1.5, 0.5), ...steps(-1, 5, 0.25), ...steps(5.5, 10, 0.5)] },
  'a.fen': { domain: { kind: 'whole', mayBeAbsent: true }, values: [...steps(0, 10, 1), null] },
  'a.from': { domain: { kind: 'date', mayBeAbsent: false }, values: near(limit) },
  'a.till': { domain: { kind: 'date', mayBeAbsent: true }, values: [...[-4, -3].map((k) => addDays(limit, k)), ...near(limit), ...[3, 4].map((k) => addDays(limit, k)), null] },
  'a.born': { domain: { kind: 'date', mayBeAbsent: false }, values: [...near(eighteen), '1950-01-01', '2025-12-31'] },
};
const domainOf = (c: string): Domain => facts[c]?.domain ?? { kind: 'other' };

/** Values kept away from the ends of what is tried, so that their neighbours are tried too. */
const inner: { readonly [concept: string]: readonly Known[] } = { 'a.area': [0, 1, 1.5, 2, 3], 'a.fen': [0, 1, 2, 3, null], 'a.from': [limit], 'a.till': [limit, null] };

function atom(chance: () => number): string {
  const of = <T>(xs: readonly T[]): T => xs[Math.floor(chance() * xs.length)]!;
  const op = () => of(['=', '!=', '<', '<=', '>', '>=']);
  const n = () => of(['1', '2', '2.5', '3']);
  return of<() => string>([
    () => of(['a.yes', 'a.also', 'a.maybe', 'a.maybe = absent', 'not(a.maybe)']),
    () => of(['a.yes', 'a.also', 'a.yes = a.also', 'a.maybe != a.yes']),
    () => `a.kind ${of(['=', '!='])} "${of(list)}"`,
    () => of(['a.kind in ["x", "y"]', 'a.other = "x"', 'a.kind = a.other', 'a.other != a.kind']),
    () => `a.area ${op()} ${n()}`,
    () => of(['a.area in [1..3]', 'a.area between 1 and 2', '2 * a.area > 3', 'abs(a.area) < 2']),
    () => `a.fen ${op()} ${n()}`,
    () => of(['a.fen = absent', 'a.fen in [2, (3..4]]']),
    () => `a.area ${op()} a.fen`,
    () => of(['a.area + a.fen <= 3', 'a.area > a.fen + 1', '2 - a.area = a.fen']),
    () => `a.from ${op()} date("${limit}")`,
    () => of([`a.from ${op()} a.till`, 'days(a.from, a.till) > 1', 'days(a.from, a.till) <= 0', 'a.till = absent']),
    () => `years(a.born, at) ${of(['<', '>=', '<=', '>'])} ${of(['18', '17.5'])}`,
  ])();
}

function rule(chance: () => number, atoms: number): string {
  if (atoms <= 1) return chance() < 0.25 ? `not (${atom(chance)})` : atom(chance);
  const left = 1 + Math.floor(chance() * (atoms - 1));
  if (atoms > 2 && chance() < 0.15) return `(if ${atom(chance)} then ${rule(chance, left)} else ${rule(chance, Math.max(1, atoms - left))})`;
  return `(${rule(chance, left)} ${chance() < 0.5 ? 'and' : 'or'} ${rule(chance, atoms - left)})`;
}

/** @param states to look at; a rule of more than `most` combinations is drawn again. */
export function randomSupport(states: number, chance: () => number, most = 6000, perRule = 40): SupportTrial {
  const trial: SupportTrial = { rules: 0, states: 0, open: 0, mismatches: [], inexact: 0 };
  while (trial.states < states) {
    const text = rule(chance, 2 + Math.floor(chance() * 9));
    const e = parse(text);
    if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
    const concepts = [...conceptsOf(e)];
    const table = tableOf(e, concepts, most);
    if (!table) continue;
    trial.rules++;
    for (let k = 0; k < perRule && trial.states < states; k++) lookAt(text, e, table, chance, trial);
  }
  return trial;
}

type Table = { concepts: string[]; sizes: number[]; strides: number[]; outcomes: Uint8Array };

function tableOf(e: Expression, concepts: string[], most: number): Table | null {
  const sizes = concepts.map((c) => facts[c]!.values.length);
  const total = sizes.reduce((a, b) => a * b, 1);
  if (total > most) return null;
  const strides = sizes.map((_, i) => sizes.slice(0, i).reduce((a, b) => a * b, 1));
  const known: { [c: string]: Known } = {};
  const all: Facts = { today, rows: () => undefined, value: (c) => known[c] };
  const outcomes = new Uint8Array(total);
  for (let i = 0; i < total; i++) {
    concepts.forEach((c, k) => {
      known[c] = facts[c]!.values[Math.floor(i / strides[k]!) % sizes[k]!]!;
    });
    outcomes[i] = holds(e, all) ? 1 : 0;
  }
  return { concepts, sizes, strides, outcomes };
}

/** One state: some of the facts known. */
function lookAt(text: string, e: Expression, { concepts, sizes, strides, outcomes }: Table, chance: () => number, trial: SupportTrial): void {
  const share = chance();
  const fixed = concepts.map((c, k) => {
    if (chance() >= share) return -1;
    const values = facts[c]!.values;
    const from = inner[c] ?? values;
    return sizes[k]! > 0 ? values.indexOf(from[Math.floor(chance() * from.length)]!) : -1;
  });
  const known = Object.fromEntries(concepts.flatMap((c, k) => (fixed[k]! < 0 ? [] : [[c, facts[c]!.values[fixed[k]!]!]])));
  const d = diagram(simplify(e, { today, rows: () => undefined, value: (c) => known[c] }), domainOf);
  const deciding = concepts.filter((_, k) => fixed[k]! < 0 && changes(k, fixed, sizes, strides, outcomes));
  trial.states++;
  if (deciding.length > 0) trial.open++;
  if (!d.exact) trial.inexact++;
  if ([...d.support].sort().join() !== [...deciding].sort().join()) trial.mismatches.push(`${text} with ${JSON.stringify(known)}: support ${d.support.join(', ')}; true ${deciding.join(', ')}`);
}

function changes(of: number, fixed: readonly number[], sizes: readonly number[], strides: readonly number[], outcomes: Uint8Array): boolean {
  const go = (k: number, at: number): boolean => {
    if (k === sizes.length) {
      const first = outcomes[at];
      for (let v = 1; v < sizes[of]!; v++) if (outcomes[at + v * strides[of]!] !== first) return true;
      return false;
    }
    if (k === of) return go(k + 1, at);
    if (fixed[k]! >= 0) return go(k + 1, at + fixed[k]! * strides[k]!);
    for (let v = 0; v < sizes[k]!; v++) if (go(k + 1, at + v * strides[k]!)) return true;
    return false;
  };
  return go(0, 0);
}
