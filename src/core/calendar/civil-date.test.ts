import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, addMonths, dateOf, dayOf, daysBetween, monthsBetween, parseDate, weekday, yearsBetween } from './civil-date';

const days = fc.integer({ min: dayOf('0001-01-01'), max: dayOf('9999-12-31') });

test('day numbers and dates are each other’s inverse', () => {
  expect(dayOf('1970-01-01')).toBe(0);
  fc.assert(fc.property(days, (day) => dayOf(dateOf(day)) === day));
});

test('dates agree with the platform’s Gregorian calendar', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf('1900-01-01'), max: dayOf('2200-01-01') }), (day) => {
      const date = new Date(day * 86_400_000);
      expect(dateOf(day)).toBe(date.toISOString().slice(0, 10));
      expect(weekday(dateOf(day))).toBe(date.getUTCDay() || 7);
    }),
  );
});

test('a date that does not exist is refused', () => {
  for (const text of ['2021-02-29', '1900-02-29', '2021-13-01', '2021-00-10', '2021-04-31', '2021-1-1', '0000-01-01', '', '2021-10-28T10:00']) expect(parseDate(text)).toBeNull();
  expect(parseDate('2000-02-29')).not.toBeNull();
});

test('a month ends on the corresponding day or the month’s last', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2025-10-31', 4)).toBe('2026-02-28');
  expect(addMonths('2021-10-28', 3)).toBe('2022-01-28');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
});

test('ages are whole years completed', () => {
  expect(yearsBetween('2003-10-28', '2021-10-27')).toBe(17);
  expect(yearsBetween('2003-10-28', '2021-10-28')).toBe(18);
  expect(yearsBetween('2004-02-29', '2022-02-28')).toBe(18);
  expect(yearsBetween('2021-10-28', '2021-10-01')).toBe(0);
  expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1);
  expect(monthsBetween('2026-02-28', '2026-01-31')).toBe(-1);
  expect(daysBetween('2021-10-01', '2021-09-28')).toBe(-3);
});

test('months between is the most that still fits', () => {
  fc.assert(
    fc.property(
      days.filter((d) => d < dayOf('9000-01-01')),
      fc.integer({ min: 0, max: 3000 }),
      (day, length) => {
        const [from, to] = [dateOf(day), dateOf(day + length)];
        const months = monthsBetween(from, to);
        expect(addMonths(from, months) <= to && addMonths(from, months + 1) > to).toBe(true);
      },
    ),
  );
});
