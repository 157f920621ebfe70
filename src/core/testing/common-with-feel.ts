/**
 * Expressions that the rule language and FEEL both know, at random, and what each makes of them. Left out by construction are the declared
 * differences (docs/rule-language.md): unknown facts, order with an absent fact, fractions that binary numbers cannot hold, a date moved by hours,
 * the difference of instants written with different offsets, `in` without brackets.
 */
import fc from 'fast-check';
import { evaluate, isRuleError, type Known, parse, type RowOf } from '../rules';
import { rules } from './arbitrary-rule';

export type Feel = { evaluate(text: string, context: object): { value: unknown } };
export type Agreement = { expressions: number; yes: number; no: number; differences: string[] };

type Fact = { values: readonly Known[]; as?: 'date' | 'date and time' };
const facts: { readonly [concept: string]: Fact } = {
  'a.yes': { values: [true, false] },
  'b.other': { values: [true, false] },
  'c.kind': { values: ['restaurant', 'office', 'canteen'] },
  'd.area': { values: [-1.5, 0, 0.25, 1, 2, 2.5, 100] },
  'e.seats': { values: [0, 1, 2, 3, 40] },
  'f.born': { values: ['2008-01-15', '2024-02-29', '2025-01-31', '2026-01-15'], as: 'date' },
  'g.name': { values: ['王', null] },
  'h.taken': { values: ['2021-10-27T16:00:00Z', '2021-10-28T00:00:00+08:00', '2021-10-28T00:00:00+09:00'], as: 'date and time' },
  'i.left': { values: ['2021-10-28T00:00:00+08:00', '2021-10-28T23:59:59+08:00'], as: 'date and time' },
};
const lists: readonly (readonly RowOf[])[] = [
  [],
  [{ size: 1, ok: false }],
  [
    { size: 2, ok: true },
    { size: 0, ok: true },
  ],
];
const today = '2026-01-15';

const of = (...texts: string[]) => fc.constantFrom(...texts);
const op = of('=', '!=', '<', '<=', '>', '>=');
const compared = (side: fc.Arbitrary<string>) => fc.tuple(side, op, side).map((p) => p.join(' '));
const number = fc.letrec<{ n: string }>((tie) => ({
  n: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    of('0', '1', '2.5', '0.25', '-3', '100', 'd.area', 'e.seats', 'count(row)'),
    fc.tuple(tie('n'), of('+', '-', '*'), tie('n')).map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie('n').map((n) => `${n} / 4`),
    fc.tuple(of('min', 'max'), tie('n'), tie('n')).map(([f, a, b]) => `${f}(${a}, ${b})`),
    tie('n').map((n) => `abs(${n})`),
    tie('n').map((n) => `(if a.yes then ${n} else d.area)`),
  ),
})).n;
const day = of(
  'f.born',
  'at',
  'date("2024-02-29")',
  'f.born + duration("P1Y")',
  'f.born - duration("P1M")',
  'date("2025-01-31") + duration("P1M")',
  'f.born + duration("P30D")',
  '(if b.other then f.born else at)',
);
const moment = of('h.taken', 'i.left', 'instant("2021-10-28T00:00:00+08:00")', 'h.taken + duration("PT24H")', 'i.left - duration("P1DT1S")', 'i.left + duration("P1M")');
const time = of('duration("P1D")', 'duration("PT24H")', 'duration("-PT1H")', 'duration("P1DT2H") + duration("PT22H")', 'i.left - instant("2021-10-28T12:00:00+08:00")', 'at - f.born');
const period = of('duration("P1Y")', 'duration("P12M")', 'duration("P1M") + duration("P11M")', 'duration("P2Y3M")');
const atom = fc.oneof(
  of('a.yes', 'b.other', 'a.yes = b.other', 'a.yes != true', 'g.name = absent', 'g.name != absent', '(if a.yes then "office" else "canteen") = c.kind'),
  of('c.kind = "office"', '(c.kind in ["restaurant", "canteen"])', 'c.kind != "canteen"'),
  compared(number),
  compared(day),
  compared(moment),
  compared(time),
  compared(period),
  of(
    '(d.area in [0..2.5])',
    '(d.area in (0..1])',
    'd.area between 0 and e.seats',
    '(e.seats in [[0..1), (2..40), 3])',
    '(f.born in [date("2024-02-29")..at])',
    '(h.taken in (instant("2021-10-27T16:00:00Z")..i.left])',
  ),
  of('(some r in row satisfies r.size > d.area)', '(every r in row satisfies r.ok)', '(some r in row satisfies (every q in row satisfies q.size <= r.size))'),
);
const expression = fc.record({
  text: fc.oneof({ weight: 4, arbitrary: rules(atom) }, { weight: 1, arbitrary: number }),
  known: fc.record(Object.fromEntries(Object.entries(facts).map(([c, f]) => [c, fc.constantFrom(...f.values)]))),
  rows: fc.constantFrom(...lists),
});

/** The same words in FEEL: null, a date in place of `at`, its name for an instant, and brackets after not. */
export const asFeel = (text: string): string =>
  text
    .replace(/\bat\b/g, `date("${today}")`)
    .replace(/\babsent\b/g, 'null')
    .replace(/\binstant\(/g, 'date and time(')
    .replace(/\bnot \(/g, 'not(');

export function agreement(expressions: number, seed: number, feel: Feel): Agreement {
  const found: Agreement = { expressions: 0, yes: 0, no: 0, differences: [] };
  const made = new Map<string, unknown>();
  const temporal = (as: string, text: string) => {
    const key = `${as}("${text}")`;
    if (!made.has(key)) made.set(key, feel.evaluate(key, {}).value);
    return made.get(key);
  };
  for (const { text, known, rows } of fc.sample(expression, { numRuns: expressions, seed })) {
    const context: { [name: string]: unknown } = { row: rows };
    for (const [concept, value] of Object.entries(known)) {
      const [subject, datum] = concept.split('.') as [string, string];
      const as = facts[concept]!.as;
      context[subject] = { [datum]: as ? temporal(as, String(value)) : value };
    }
    const ours = ourValue(text, known, rows);
    const theirs = feel.evaluate(asFeel(text), context).value;
    found.expressions++;
    if (ours === true) found.yes++;
    if (ours === false) found.no++;
    if (ours !== theirs) found.differences.push(`${text} with ${JSON.stringify({ known, rows })}: ${String(ours)}, FEEL ${String(theirs)}`);
  }
  return found;
}

export function ourValue(text: string, known: { readonly [concept: string]: Known }, rows: readonly RowOf[] = []): Known | undefined {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(`${text}: ${e.en}`);
  return evaluate(e, { today, value: (c) => known[c], rows: () => rows });
}
