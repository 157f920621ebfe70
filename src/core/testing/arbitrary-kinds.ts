/** Rules at random over every kind of value – decimals, dates, instants, both durations, lists – each fact with few values, so that every completion can be tried. */
import fc from 'fast-check';
import type { Domain, Facts, Known, Name, RowOf, Scope } from '../rules';
import { rules, today } from './arbitrary-rule';

type Fact = { name: Name; domain: Domain; values: readonly Known[] };
const activities = ['restaurant', 'office', 'canteen'];
const facts: { readonly [concept: string]: Fact } = {
  'a.yes': { name: { type: 'bool' }, domain: { kind: 'bool' }, values: [true, false] },
  'b.maybe': { name: { type: 'bool' }, domain: { kind: 'bool', mayBeAbsent: true }, values: [true, false, null] },
  'c.kind': { name: { type: 'code', codes: activities }, domain: { kind: 'code', codes: activities }, values: activities },
  'd.area': { name: { type: 'number' }, domain: { kind: 'number' }, values: [-1, 0, 0.1, 0.3, 1, 2.5, 3] },
  'e.fee': { name: { type: 'money' }, domain: { kind: 'whole', mayBeAbsent: true }, values: [0, 1, 2, 3, 1000, null] },
  'f.born': { name: { type: 'date' }, domain: { kind: 'date', mayBeAbsent: true }, values: ['2008-01-15', '2008-01-16', '2024-02-29', '2025-01-15', today, '2026-02-01', null] },
  'g.name': { name: { type: 'text' }, domain: { kind: 'other', mayBeAbsent: true }, values: ['王', null] },
  'h.taken': {
    name: { type: 'instant' },
    domain: { kind: 'other', mayBeAbsent: true },
    values: ['2021-10-27T16:00:00Z', '2021-10-28T00:00:00+08:00', '2021-10-28T00:00:00+09:00', '2021-10-29T00:00:00.001+08:00', null],
  },
  'i.left': { name: { type: 'instant' }, domain: { kind: 'other' }, values: ['2021-10-28T00:00:00+08:00', '2021-10-28T23:59:59+08:00', '2021-10-29T00:00+08:00'] },
  'j.stay': { name: { type: 'days' }, domain: { kind: 'whole', mayBeAbsent: true }, values: [0, 1, 2, 30, null] },
};
export const kindNames = Object.keys(facts);
export const kindDomain = (concept: string): Domain => facts[concept]?.domain ?? { kind: 'other' };
export const kindScope: Scope = {
  name: (id) => facts[id]?.name,
  list: (id) => (id === 'row' ? (datum) => (datum === 'size' ? { type: 'number' } : datum === 'ok' ? { type: 'bool' } : datum === 'on' ? { type: 'date' } : undefined) : undefined),
  names: () => kindNames,
};

const op = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const of = (...texts: string[]) => fc.constantFrom(...texts);
const compared = (left: fc.Arbitrary<string>, right: fc.Arbitrary<string>) => fc.tuple(left, op, right).map((p) => p.join(' '));

const plain = of('0', '1', '2.5', '0.3', '-1', '1000', '0.1 + 0.2', '1 / 3');
const area = of('d.area', 'd.area * 0.1', 'd.area / 3', 'd.area + 0.2', '(2.5 - d.area)', 'd.area / d.area', 'min(d.area, 1)', 'max(d.area, 0.1, 2)', 'abs(d.area - 1)', '1 / d.area', 'count(row)');
const fee = of('e.fee', 'e.fee * 3', 'e.fee / 4', '(if a.yes then e.fee else 2)', 'max(e.fee, d.area * 1000)', 'e.fee - 1');
const day = of(
  'f.born',
  'at',
  'date("2024-02-29")',
  'f.born + duration("P1Y")',
  'f.born - duration("P1M")',
  'f.born + j.stay',
  '(if b.maybe then f.born else at)',
  'date("2025-01-31") + duration("P1M")',
);
const moment = of('h.taken', 'i.left', 'instant("2021-10-28T00:00:00+08:00")', 'h.taken + duration("PT24H")', 'i.left - duration("P1DT1S")', 'i.left + duration("P1M")', 'h.taken + j.stay');
const length = of(
  'duration("P1D")',
  'duration("PT24H")',
  'h.taken - i.left',
  'i.left - instant("2021-10-28T00:00:00+08:00")',
  'at - f.born',
  'duration("P1DT2H") + duration("PT22H")',
  'f.born - date("2025-01-15")',
);
const period = of('duration("P1Y")', 'duration("P12M")', 'duration("P1M") + duration("P11M")', '(if a.yes then duration("P1Y") else duration("P2M"))');
const age = of('years(f.born, at)', 'months(f.born, at)', 'days(f.born, at)', 'years(f.born, at + duration("P1Y"))');

const atom = fc.oneof(
  of('a.yes', 'b.maybe', 'b.maybe = absent', 'a.yes = b.maybe', 'g.name = absent', 'g.name != absent', 'h.taken = absent', 'f.born + duration("P1Y") = absent'),
  of('c.kind = "office"', 'c.kind in ["restaurant", "canteen"]', '(if a.yes then "office" else "canteen") = c.kind'),
  compared(area, plain),
  compared(area, area),
  compared(fee, plain),
  compared(fee, fee),
  compared(age, of('0', '1', '18', '0.5', 'j.stay')),
  compared(day, day),
  compared(moment, moment),
  compared(length, length),
  compared(of('j.stay', 'j.stay + 1', 'j.stay * 2'), of('1', 'duration("P1D")', 'h.taken - i.left', 'j.stay')),
  compared(period, period),
  of('d.area in [0.1..0.3]', 'd.area in [[0..0.1), (0.3..2.5), 3]', 'e.fee between 1 and 2', 'f.born in [date("2008-01-16")..at)', 'h.taken in (instant("2021-10-27T16:00:00Z")..i.left]'),
  of(
    '(some r in row satisfies r.size > d.area)',
    '(every r in row satisfies r.ok or a.yes)',
    'count(r in row satisfies r.ok) = 1',
    '(some r in row satisfies r.on + duration("P1Y") > f.born)',
    '(some r in row satisfies count(q in row satisfies q.size > r.size) = 1)',
  ),
);
export const kindRule = rules(atom);
/** What gives a value other than yes or no. */
export const kindTerm = fc.oneof(area, fee, day, moment, length, period, age);

export const rowLists: readonly (readonly RowOf[])[] = [
  [],
  [{ size: 1, ok: false, on: '2025-01-15' }],
  [
    { size: 2.5, ok: true, on: null },
    { size: 0, ok: true, on: '2008-01-16' },
  ],
];
/** A row may miss a datum, as when somebody is still filling in the list. */
const partialRows = fc.constantFrom<readonly RowOf[] | undefined>(undefined, undefined, ...rowLists);

export type Partly = { known: { readonly [concept: string]: Known }; rows: readonly RowOf[] | undefined };
export const partlyKnown: fc.Arbitrary<Partly> = fc.record({
  known: fc
    .record(Object.fromEntries(Object.entries(facts).map(([c, f]) => [c, fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...f.values) })])))
    .map((values) => Object.fromEntries(Object.entries(values).filter((pair): pair is [string, Known] => pair[1] !== undefined))),
  rows: partialRows,
});
export const factsIn = ({ known, rows }: Partly): Facts => ({ today, value: (c) => known[c], rows: () => rows });

/** Every way the concepts read can be completed, up to `limit` – null when there are more. */
export function everyCompletion(concepts: readonly string[], { known, rows }: Partly, limit: number): Facts[] | null {
  const open = concepts.filter((c) => c in facts && !(c in known));
  const lists = rows !== undefined ? [rows] : concepts.some((c) => c === 'row' || c.startsWith('row.')) ? rowLists : [[]];
  const total = open.reduce((n, c) => n * facts[c]!.values.length, lists.length);
  if (total > limit) return null;
  let all: { [c: string]: Known }[] = [{ ...known }];
  for (const c of open) all = all.flatMap((values) => facts[c]!.values.map((v) => ({ ...values, [c]: v })));
  return all.flatMap((values) => lists.map((r) => factsIn({ known: values, rows: r })));
}
