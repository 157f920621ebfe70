/** Rules at random over a few typed concepts, as text a person could have written, and the ways their facts can be completed. */
import fc from 'fast-check';
import type { Domain, Facts, Known, Name, RowOf, Scope } from '../rules';
import { addDays, addMonths } from '../calendar/civil-date';

export const today = '2026-01-15';
const activities = ['restaurant', 'office', 'canteen', 'retail'];

export const domains: { readonly [concept: string]: Domain } = {
  'a.yes': { kind: 'bool', mayBeAbsent: false },
  'b.maybe': { kind: 'bool', mayBeAbsent: true },
  'c.kind': { kind: 'code', codes: activities, mayBeAbsent: false },
  'd.area': { kind: 'number', mayBeAbsent: false },
  'e.fen': { kind: 'whole', mayBeAbsent: true },
  'f.born': { kind: 'date', mayBeAbsent: true },
  'g.name': { kind: 'other', mayBeAbsent: true },
  'h.kind': { kind: 'code', codes: activities, mayBeAbsent: false },
  'i.day': { kind: 'date', mayBeAbsent: false },
};
export const domainOf = (concept: string): Domain => domains[concept] ?? { kind: 'other' };

const types: { [kind in Domain['kind']]: Name['type'] } = { bool: 'bool', code: 'code', number: 'number', whole: 'number', date: 'date', other: 'text' };
export const scope: Scope = {
  name: (id) => {
    const d = domains[id];
    return d && { type: types[d.kind], ...(d.codes && { codes: d.codes }) };
  },
  list: (id) => (id === 'row' ? (datum) => (datum === 'size' ? { type: 'number' } : datum === 'ok' ? { type: 'bool' } : undefined) : undefined),
  names: () => Object.keys(domains),
};

const quarters = Array.from({ length: 41 }, (_, i) => i / 4 - 3.5);
const other = '2024-03-01';
const passed = [today, other].flatMap((d) => [0, 1, 6, 18, 30].flatMap((n) => [addMonths(d, -12 * n), addMonths(d, 12 * n), addMonths(d, -n), addDays(d, -n), addDays(d, n)]));
const around = (dates: readonly string[], by: readonly number[]) => [...new Set(dates.flatMap((d) => by.map((k) => addDays(d, k))))];
const days = around([...passed, '2024-02-29', '2020-06-01', '1900-01-01'], [-1, 0, 1]);
/** Values with all their neighbours among the samples. */
export const inner = (c: string, v: Known): boolean => (domainOf(c).kind === 'date' ? named.includes(v) : typeof v !== 'number' || Math.abs(v) <= 3);
const named: readonly Known[] = [today, '2024-02-29', '2020-06-01', '1950-01-01'];
/** Values close enough together to meet every piece the constants below cut a concept into. */
export const samples: { readonly [concept: string]: readonly Known[] } = {
  'a.yes': [true, false],
  'b.maybe': [true, false, null],
  'c.kind': activities,
  'd.area': [...quarters, ...Array.from({ length: 32 }, (_, i) => (i < 16 ? -4 - i / 2 : 7 + (i - 16) / 2))],
  'e.fen': [...Array.from({ length: 19 }, (_, i) => i), null],
  'f.born': [...new Set([...days, ...around(named as string[], [-2, -1, 0, 1, 2])]), null],
  'g.name': ['王', null],
  'h.kind': activities,
  'i.day': around(named as string[], [-2, -1, 0, 1, 2]),
};

const number = fc.constantFrom('0', '1', '2', '3', '2.5');
const ordered = fc.constantFrom('=', '!=', '<', '<=', '>', '>=');
const term = (x: string) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(x) },
    { weight: 1, arbitrary: number.map((k) => `(${x} + ${k})`) },
    { weight: 1, arbitrary: number.map((k) => `(${k} - ${x})`) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(`${x} * 2`, `(${x} * -2)`, `${x} / 2`, `abs(${x})`, `abs(${x} - 2)`, `min(${x}, 2)`, `max(${x}, 1, 2)`, `(${x} + ${x})`, `(if ${x} > 1 then ${x} else 3)`),
    },
  );
const age = fc.constantFrom('years(f.born, at)', 'months(f.born, at)', 'days(f.born, at)', `years(f.born, date("${other}"))`, 'days(at, f.born)');
const date = fc.constantFrom('date("2020-06-01")', 'date("2024-02-29")', 'at');

const ofArea = fc.tuple(term('d.area'), ordered, number).map((p) => p.join(' '));
const ofFen = fc.tuple(term('e.fen'), ordered, number).map((p) => p.join(' '));
const range = fc.tuple(fc.constantFrom('[', '('), fc.constantFrom('1', '2'), fc.constantFrom('2', '3'), fc.constantFrom(']', ')')).map(([open, from, to, close]) => `${open}${from}..${to}${close}`);

/** One comparison whose only unknown is one concept: the diagram is exact on these. */
const simple = fc.oneof(
  fc.constantFrom('a.yes', 'b.maybe', 'b.maybe = absent', 'a.yes = true', 'b.maybe != false', 'g.name = absent', 'g.name != absent', 'f.born = absent', '(a.yes and true) = true'),
  fc.constantFrom('c.kind = "office"', 'c.kind != "canteen"', 'c.kind in ["restaurant", "retail"]', '"office" = c.kind'),
  ofArea,
  ofFen,
  fc.constantFrom('2 < d.area', 'd.area between 1 and 3', 'e.fen = absent'),
  range.map((r) => `d.area in ${r}`),
  fc.tuple(range, range).map(([a, b]) => `e.fen in [${a}, ${b}, 7]`),
  fc.tuple(fc.constant('f.born'), ordered, date).map((p) => p.join(' ')),
);
const single = fc.oneof({ weight: 12, arbitrary: simple }, { weight: 1, arbitrary: fc.tuple(age, ordered, fc.constantFrom('0', '1', '6', '18', '30', '0.5')).map((p) => p.join(' ')) });
/** Comparisons where two unknowns meet, and what is said of a list. */
const meeting = fc.constantFrom(
  'd.area > e.fen',
  'd.area + e.fen <= 3',
  'a.yes = b.maybe',
  '(some r in row satisfies r.size > 1)',
  '(every r in row satisfies r.ok and a.yes)',
  'count(row) > 1',
  'count(row) < 1',
  'count(r in row satisfies r.ok) = 1',
);

/** Comparisons of two unknowns whose regions can be cut. */
const pair = fc.oneof(
  fc.tuple(fc.constantFrom('d.area', 'd.area * 2', '(d.area + 1)', '(2 - d.area)'), ordered, fc.constantFrom('e.fen', '(e.fen - 1)', '(e.fen + 2)')).map((p) => p.join(' ')),
  fc.constantFrom('d.area + e.fen <= 3', 'a.yes = b.maybe', 'b.maybe != a.yes', 'c.kind = h.kind', 'h.kind != c.kind', 'h.kind = "office"', 'd.area in [e.fen..3]'),
  fc.tuple(fc.constant('f.born'), ordered, fc.constant('i.day')).map((p) => p.join(' ')),
  fc.tuple(fc.constant('days(f.born, i.day)'), ordered, fc.constantFrom('0', '1')).map((p) => p.join(' ')),
  fc.tuple(fc.constant('i.day'), ordered, date).map((p) => p.join(' ')),
);

/** Rules joined of the given comparisons. */
export const rules = (atom: fc.Arbitrary<string>) =>
  fc.letrec<{ rule: string }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      atom,
      fc.tuple(tie('rule'), fc.constantFrom('and', 'or'), tie('rule')).map(([a, op, b]) => `(${a} ${op} ${b})`),
      tie('rule').map((r) => `not (${r})`),
      fc.tuple(tie('rule'), tie('rule'), tie('rule')).map(([a, b, c]) => `(if ${a} then ${b} else ${c})`),
    ),
  })).rule;

export const exactRule = rules(single);
export const pairRule = rules(fc.oneof({ weight: 2, arbitrary: simple }, { weight: 3, arbitrary: pair }));
export const anyRule = rules(fc.oneof({ weight: 4, arbitrary: single }, { weight: 1, arbitrary: meeting }));

export type Assignment = { readonly [concept: string]: Known };
export const rowLists: (readonly RowOf[])[] = [
  [],
  [{ size: 1, ok: false }],
  [
    { size: 2, ok: true },
    { size: 0, ok: true },
  ],
];

export const factsOf = (known: Assignment, rows?: readonly RowOf[]): Facts => ({ today, value: (c) => (c in known ? known[c] : undefined), rows: () => rows });

/** Some of the concepts known, each at one of its sample values. */
export const partly = fc.record(Object.fromEntries(Object.entries(samples).map(([c, values]) => [c, fc.constantFrom(...values)])), { requiredKeys: [] }) as fc.Arbitrary<Assignment>;

/** How many ways the concepts can be completed over their samples. */
export const ways = (concepts: readonly string[]): number => concepts.reduce((n, c) => n * (samples[c]?.length ?? 1), 1);

/** Every completion over the samples of the given concepts, up to `limit`. */
export function* completions(concepts: readonly string[], known: Assignment = {}, limit = 40_000): Generator<Facts> {
  const open = concepts.filter((c) => c in samples && !(c in known));
  const lists = concepts.some((c) => c === 'row' || c.startsWith('row.')) ? rowLists : [[]];
  const total = open.reduce((n, c) => n * samples[c]!.length, 1);
  // Where there are too many, a stride through all of them.
  const stride = Math.max(1, Math.floor(total / limit)) | 1;
  for (let i = 0; i < total; i += stride) {
    const values: { [c: string]: Known } = { ...known };
    let rest = i;
    for (const c of open) {
      const all = samples[c]!;
      values[c] = all[rest % all.length]!;
      rest = Math.floor(rest / all.length);
    }
    for (const rows of lists) yield factsOf(values, rows);
  }
}
