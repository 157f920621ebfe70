import { expect, test } from 'vitest';
import { sampleCalendar as cal } from './sample-years';
import { afterWorkingHours } from './working-time';

test('a plan’s working time lands on the clock on the wall', () => {
  expect(afterWorkingHours(cal, '2021-10-28T09:00:00+08:00', 7)).toEqual({ due: '2021-10-28T17:00:00+08:00' });
  expect(afterWorkingHours(cal, '2021-10-28T15:00:00+08:00', 7)).toEqual({ due: '2021-10-29T15:00:00+08:00' });
  expect(afterWorkingHours(cal, '2021-10-28T09:00:00+08:00', 2.8 * 7)).toEqual({ due: '2021-11-01T15:36:00+08:00' });
});

test('a plan begun at night or on a holiday begins when the hall opens', () => {
  expect(afterWorkingHours(cal, '2021-09-30T22:00:00+08:00', 1)).toEqual({ due: '2021-10-08T10:00:00+08:00' });
  expect(afterWorkingHours(cal, '2021-10-03T11:00:00+08:00', 14)).toEqual({ due: '2021-10-09T17:00:00+08:00' });
});

test('no time passes in no time', () => {
  expect(afterWorkingHours(cal, '2021-10-03T11:00:00+08:00', 0)).toEqual({ due: '2021-10-03T11:00:00+08:00' });
});

test('past the last year on file there is no date', () => {
  expect(afterWorkingHours(cal, '2026-12-31T16:00:00+08:00', 8)).toEqual({ due: null, pending: 'calendar-2027', atLeast: '2027-01-01' });
});
