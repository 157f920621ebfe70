import { expect, test } from 'vitest';
import type { CalendarYear } from '../catalogue/declare/city';
import { calendar, isWorkday } from './calendar';
import { addDays } from './civil-date';
import { calendarFaults } from './calendar-faults';
import { sampleCalendar, sampleCity, year2021, year2025, year2026 } from './sample-years';

test('each year has the number of working days its notice gives', () => {
  for (const [year, count] of [
    [2021, 250],
    [2025, 248],
    [2026, 248],
  ] as const) {
    let worked = 0;
    for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) if (isWorkday(sampleCalendar, date) === true) worked++;
    expect(worked).toBe(count);
  }
});

test('a weekday off and a weekend day worked', () => {
  expect(isWorkday(sampleCalendar, '2021-10-07')).toBe(false);
  expect(isWorkday(sampleCalendar, '2021-10-08')).toBe(true);
  expect(isWorkday(sampleCalendar, '2021-10-09')).toBe(true);
  expect(isWorkday(sampleCalendar, '2021-10-10')).toBe(false);
});

test('a year without its file is never guessed', () => {
  expect(isWorkday(sampleCalendar, '2027-01-01')).toEqual({ pending: 'calendar-2027' });
  expect(isWorkday(sampleCalendar, '2027-03-06')).toEqual({ pending: 'calendar-2027' });
  expect(isWorkday(sampleCalendar, '2022-05-10')).toEqual({ pending: 'calendar-2022' });
});

test('a file speaks for its own year only', () => {
  const early: CalendarYear = { year: 2022, off: ['2021-12-30/2022-01-03'], work: ['2021-12-25'] };
  const cal = calendar([year2021, early], sampleCity);
  expect(isWorkday(cal, '2021-12-30')).toBe(true);
  expect(isWorkday(cal, '2021-12-25')).toBe(false);
  expect(isWorkday(cal, '2022-01-03')).toBe(false);
});

test('opening hours come in order, joined where they overlap', () => {
  const cal = calendar([], {
    offset: '+08:00',
    workday: {
      hours: 7,
      open: [
        { from: '13:00', to: '17:30' },
        { from: '09:00', to: '11:00' },
        { from: '11:00', to: '12:00' },
      ],
    },
  });
  expect(cal.open.map((o) => [o.from / 3_600_000, o.to / 3_600_000])).toEqual([
    [9, 12],
    [13, 17.5],
  ]);
  expect(cal.closes / 3_600_000).toBe(17.5);
});

test('the three years have no faults', () => {
  for (const year of [year2021, year2025, year2026]) expect(calendarFaults(year)).toEqual([]);
});

test('slips in a year’s file are found', () => {
  const faults = calendarFaults({
    year: 2027,
    off: ['2027-01-01', '2027-02-29', '2027-10-07/2027-10-01', '2026-12-31/2027-01-02', '2027-05-01/2027-05-05', '2027-05-05', '2027-06-12'],
    work: ['2027-06-12', '2027-05-10'],
  });
  expect(faults.map((f) => `${f.list}[${f.index}] ${f.message.en}`)).toEqual([
    'off[1] "2027-02-29" is not a date that exists',
    'off[2] "2027-10-07/2027-10-01" ends before it begins',
    'off[3] "2026-12-31/2027-01-02" is not in 2027: write it in the file of its own year',
    'off[5] 2027-05-05 is listed twice',
    'work[0] 2027-06-12 is both off and worked',
    'work[1] 2027-05-10 is a working day already: only weekend days are made up',
  ]);
});
