import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, yearsBetween } from '../calendar';
import { anyRule, rowLists, samples, today } from '../testing/arbitrary-rule';
import { closure, compileRule } from './closure';
import { isRuleError } from './error';
import { evaluate, type Facts, type Known } from './evaluate';
import { parse } from './parse';
import { type Row, Slots } from './slots';

const decided = (text: string, row: Row, day = today) => {
  const rule = parse(text);
  if (isRuleError(rule)) throw new Error(rule.en);
  const slots = new Slots();
  const decide = closure(rule, { slots, today: day, remember: true });
  // Twice: what was worked out before must be what is worked out now.
  const values = slots.fill(row, []);
  const first = decide(values);
  expect(decide(slots.fill(row, []))).toBe(first);
  return { first, exact: evaluate(rule, { today: day, value: (c) => row[c], rows: () => undefined }) };
};

const rows = fc.record(Object.fromEntries(Object.entries(samples).map(([c, values]) => [c, fc.constantFrom<Known | undefined>(...values, undefined)])));

test('a compiled rule gives what the evaluator gives, whatever is known, absent or missing', () => {
  const lists = fc.constantFrom(
    undefined,
    ...rowLists,
    [{ ok: true }],
    Array.from({ length: 501 }, () => ({ size: 3, ok: true })),
  );
  fc.assert(
    fc.property(anyRule, rows, lists, fc.constantFrom(today, ''), (text, row, list, day) => {
      const { first, exact } = decided(text, row);
      expect(first).toBe(exact);
      const rule = parse(text);
      if (isRuleError(rule)) return;
      const facts: Facts = { today: day, value: (c) => row[c], rows: () => list };
      expect(compileRule(rule)(facts)).toBe(evaluate(rule, facts));
    }),
    { numRuns: 1500 },
  );
});

test('rows within rows are told apart', () => {
  const rule = parse('count(a in list satisfies some b in list satisfies b.n > a.n and x.n = 1) = 2');
  if (isRuleError(rule)) throw new Error(rule.en);
  const facts: Facts = { today, value: () => 1, rows: () => [{ n: 1 }, { n: 2 }, { n: 3 }] };
  expect(compileRule(rule)(facts)).toBe(true);
  expect(evaluate(rule, facts)).toBe(true);
});

test('full years are the calendar’s on every day about a bound, leap days and days that do not exist included', () => {
  for (const end of ['2021-10-01', '2023-02-28', '2024-02-29', '2021-03-01'])
    for (const n of [1, 3, 18])
      for (const op of ['<', '<=', '>', '>=']) {
        const about = addDays(end, -Math.round(n * 365.25));
        for (let k = -400; k <= 400; k += k > -8 && k < 8 ? 1 : 7) {
          const day = addDays(about, k);
          const { first, exact } = decided(`years(f.born, date("${end}")) ${op} ${n}`, { 'f.born': day });
          expect([day, end, first]).toEqual([day, end, exact]);
          if (op === '>=') expect(first).toBe(yearsBetween(day, end) >= n);
        }
        for (const none of ['2021-02-30', 'soon', null, undefined, 7]) {
          const { first, exact } = decided(`years(f.born, date("${end}")) ${op} ${n}`, { 'f.born': none });
          expect(first).toBe(exact);
        }
      }
});
