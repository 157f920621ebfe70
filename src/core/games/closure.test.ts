import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, yearsBetween } from '../calendar';
import { evaluate, isRuleError, parse, type Known } from '../rules';
import { anyRule, samples, today } from '../testing/arbitrary-rule';
import { closure, type Row, Slots } from './closure';

const decided = (text: string, row: Row, day = today) => {
  const rule = parse(text);
  if (isRuleError(rule)) throw new Error(rule.en);
  const slots = new Slots();
  const decide = closure(rule, day, slots);
  // Twice: what was worked out before must be what is worked out now.
  const values = slots.fill(row, []);
  const first = decide(values);
  expect(decide(slots.fill(row, []))).toBe(first);
  return { first, exact: evaluate(rule, { today: day, value: (c) => row[c], rows: () => undefined }) };
};

const rows = fc.record(Object.fromEntries(Object.entries(samples).map(([c, values]) => [c, fc.constantFrom<Known | undefined>(...values, undefined)])));

test('a compiled rule gives what the evaluator gives, whatever is known, absent or missing', () => {
  fc.assert(
    fc.property(anyRule, rows, (rule, row) => {
      const { first, exact } = decided(rule, row);
      expect(first).toBe(exact);
    }),
    { numRuns: 1500 },
  );
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
