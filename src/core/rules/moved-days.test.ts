import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/civil-date';
import { diagram } from './diagram';
import { isRuleError } from './error';
import { holds, type Facts } from './evaluate';
import { parse } from './parse';
import { simplify } from './simplify';

const facts = (value?: string): Facts => ({ today: '2026-01-15', value: () => value, rows: () => undefined });
const rule = (text: string) => {
  const e = parse(text);
  if (isRuleError(e)) throw new Error(e.en);
  return e;
};
const of = (text: string) => diagram(simplify(rule(text), facts()), () => ({ kind: 'date' }));

test('a date moved by a duration is cut at the day it passes', () => {
  expect(of('d.from + duration("P1Y") <= at and d.from > date("2025-01-15")').root).toEqual({ leaf: true, value: false });
  expect(of('d.from + duration("P1Y") <= at or d.from > date("2025-01-15")').root).toEqual({ leaf: true, value: true });
  expect(of('d.from + duration("P1Y") <= at or d.from > date("2025-01-16")').support).toEqual(['d.from']);
  expect(of('d.from - duration("P1M") + duration("P3D") > at and d.from < date("2026-02-12")').root).toEqual({ leaf: true, value: false });
});

test('out of the calendar a moved date is absent, and no comparison with it holds', () => {
  expect(of('d.from + duration("P1Y") < at or d.from + duration("P1Y") >= at').support).toEqual(['d.from']);
});

test('each cell is decided as each of its days is', () => {
  const text = fc.tuple(
    fc.constantFrom('d.from + duration("P1M")', 'd.from - duration("P1Y")', 'duration("P45D") + d.from', 'd.from + duration("P1Y") - duration("P2M")'),
    fc.constantFrom('<', '<=', '>', '>=', '=', '!='),
  );
  const day = fc.integer({ min: -800, max: 800 }).map((n) => addDays('2026-01-15', n));
  fc.assert(
    fc.property(text, text, day, fc.boolean(), (a, b, bound, both) => {
      const line = `${a.join(' ')} at ${both ? 'and' : 'or'} ${b.join(' ')} date("${bound}")`;
      const { root, support } = of(line);
      expect(support.length === 0).toBe(root.leaf);
      const days = [
        '0001-01-01',
        '0001-02-20',
        '9999-12-31',
        '9999-10-01',
        ...Array.from({ length: 60 }, (_, i) => addDays('2026-01-15', (i - 30) * 31)),
        ...[-1, 0, 1].flatMap((k) => [addDays(bound, k), addDays(bound, 31 + k), addDays(bound, 365 + k)]),
      ];
      if (root.leaf) for (const d of days) expect(holds(rule(line), facts(d)), `${line} on ${d}`).toBe(root.value);
    }),
    { numRuns: 300 },
  );
});
