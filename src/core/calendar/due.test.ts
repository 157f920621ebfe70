import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendar, type Due, isWorkday } from './calendar';
import { addDays, dateOf, dayOf } from './civil-date';
import { due, type Length, type Unit } from './due';
import { compareInstants, dateAt, formatInstant, hour, instantAt, localOf, millisOf } from './instant';
import type { Pause } from './pause';
import { sampleCalendar as cal, sampleCity, year2021, year2025, year2026 } from './sample-years';

const on = (date: string) => ({ due: `${date}T17:00:00+08:00` });
const at = (date: string, time = '10:00') => `${date}T${time}:00+08:00`;

describe('working days, counted by hand on the State Council’s notices', () => {
  test.each([
    ['2021-09-28', 20, '2021-11-01', 'National Day and the make-up Saturday after it'],
    ['2021-10-28', 5, '2021-11-04', 'an ordinary week'],
    ['2026-02-10', 20, '2026-03-16', 'nine days of Spring Festival between two worked Saturdays'],
    ['2021-09-30', 5, '2021-10-13', 'from the eve of National Day'],
    ['2021-10-01', 1, '2021-10-08', 'from within the holiday'],
    ['2021-10-08', 1, '2021-10-09', 'onto a make-up Saturday'],
    ['2021-10-09', 1, '2021-10-11', 'from a make-up Saturday'],
    ['2021-02-05', 3, '2021-02-09', 'a worked Sunday before Spring Festival'],
    ['2021-02-10', 1, '2021-02-18', 'over Spring Festival'],
    ['2021-02-10', 4, '2021-02-22', 'a worked Saturday after Spring Festival'],
    ['2021-04-23', 1, '2021-04-25', 'a Saturday off before a worked Sunday'],
    ['2021-04-30', 3, '2021-05-08', 'Labour Day and its worked Saturday'],
    ['2021-09-17', 2, '2021-09-22', 'a worked Saturday, then Mid-Autumn'],
    ['2021-09-24', 1, '2021-09-26', 'a worked Sunday'],
    ['2025-01-24', 7, '2025-02-10', 'a worked Sunday, Spring Festival, a worked Saturday'],
    ['2025-09-26', 7, '2025-10-13', 'eight days of National Day'],
    ['2025-12-30', 2, '2026-01-04', 'over the turn of the year onto a worked Sunday'],
    ['2026-04-30', 4, '2026-05-09', 'Labour Day 2026'],
    ['2026-09-24', 7, '2026-10-12', 'Mid-Autumn, then National Day'],
    ['2021-10-23', 1, '2021-10-25', 'from a Saturday: the next working day is the first'],
  ])('%s + %i = %s: %s', (from, wd, last) => {
    expect(due(cal, { from: at(from), wd })).toEqual(on(last));
  });

  test('the hour of the day does not matter, the city’s date does', () => {
    expect(due(cal, { from: at('2021-10-28', '00:00'), wd: 5 })).toEqual(on('2021-11-04'));
    expect(due(cal, { from: at('2021-10-28', '23:59'), wd: 5 })).toEqual(on('2021-11-04'));
    expect(due(cal, { from: '2021-10-28T16:30:00Z', wd: 5 })).toEqual(on('2021-11-05'));
  });

  test('a hall open to midnight closes on its own day', () => {
    const late = calendar([year2021], { offset: '+08:00', workday: { hours: 7, open: [{ from: '17:00', to: '24:00' }] } });
    expect(due(late, { from: at('2021-10-28'), wd: 5 })).toEqual({ due: '2021-11-04T23:59:59+08:00' });
  });

  test('zero working days end the same day while the hall is open, else the next day it opens', () => {
    expect(due(cal, { from: at('2021-10-28', '08:00'), wd: 0 })).toEqual(on('2021-10-28'));
    expect(due(cal, { from: at('2021-10-28', '17:00'), wd: 0 })).toEqual(on('2021-10-28'));
    expect(due(cal, { from: at('2021-10-28', '17:01'), wd: 0 })).toEqual(on('2021-10-29'));
    expect(due(cal, { from: at('2021-10-02'), wd: 0 })).toEqual(on('2021-10-08'));
  });
});

describe('calendar days, weeks and months', () => {
  test('end where the civil calendar says and are not moved off holidays', () => {
    expect(due(cal, { from: at('2021-09-28'), days: 5 })).toEqual(on('2021-10-03'));
    expect(due(cal, { from: at('2021-09-24'), weeks: 1 })).toEqual(on('2021-10-01'));
    expect(due(cal, { from: at('2021-09-03'), months: 1 })).toEqual(on('2021-10-03'));
  });

  test('a month ends on the corresponding day or the month’s last', () => {
    expect(due(cal, { from: at('2021-01-31'), months: 1 })).toEqual(on('2021-02-28'));
    expect(due(cal, { from: at('2023-08-31'), months: 6 })).toEqual(on('2024-02-29'));
  });

  test('need no file for the year they end in', () => {
    expect(due(cal, { from: at('2026-12-20'), days: 30 })).toEqual(on('2027-01-19'));
    expect(due(cal, { from: at('2026-12-20'), months: 6 })).toEqual(on('2027-06-20'));
  });

  test('lose the days of a pause', () => {
    expect(due(cal, { from: at('2026-01-31'), months: 1, pauses: [{ from: '2026-02-01', to: '2026-02-02' }] })).toEqual(on('2026-03-02'));
    expect(due(cal, { from: at('2021-09-28'), days: 5, pauses: [{ from: at('2021-09-29', '16:59'), to: at('2021-09-30', '09:00') }] })).toEqual(on('2021-10-05'));
  });
});

describe('pauses', () => {
  test('every day touched does not count, both ends included', () => {
    expect(due(cal, { from: at('2021-10-28'), wd: 5, pauses: [{ from: at('2021-11-01'), to: at('2021-11-02', '09:00') }] })).toEqual(on('2021-11-08'));
    expect(due(cal, { from: at('2021-10-28'), wd: 5, pauses: [{ from: at('2021-11-01'), to: at('2021-11-01') }] })).toEqual(on('2021-11-05'));
    expect(due(cal, { from: at('2021-10-28'), wd: 5, pauses: [{ from: at('2021-11-01'), to: at('2021-11-02', '00:00') }] })).toEqual(on('2021-11-08'));
  });

  test('overlapping pauses count once', () => {
    const pauses = [
      { from: at('2021-11-02'), to: at('2021-11-03') },
      { from: at('2021-11-01'), to: at('2021-11-02', '12:00') },
      { from: '2021-11-02', to: '2021-11-02' },
    ];
    expect(due(cal, { from: at('2021-10-28'), wd: 5, pauses })).toEqual(on('2021-11-09'));
  });

  test('outside the period, on days off and on the day of `from` they change nothing', () => {
    const pauses = [
      { from: '2021-10-01', to: '2021-10-28' },
      { from: '2021-10-30', to: '2021-10-31' },
      { from: '2021-11-05', to: '2021-12-31' },
    ];
    expect(due(cal, { from: at('2021-10-28'), wd: 5, pauses })).toEqual(on('2021-11-04'));
  });

  test('one that ends before it begins is a mistake of the program', () => {
    expect(() => due(cal, { from: at('2021-10-28'), wd: 5, pauses: [{ from: '2021-11-02', to: '2021-11-01' }] })).toThrow(RangeError);
  });
});

describe('restart', () => {
  test('begins the whole period anew from the day after', () => {
    expect(due(cal, { from: at('2021-09-28'), wd: 5, restart: [at('2021-10-28')] })).toEqual(on('2021-11-04'));
    expect(due(cal, { from: at('2021-01-10'), months: 1, restart: [at('2021-01-31')] })).toEqual(on('2021-02-28'));
  });

  test('the latest counts, in whatever order they are given', () => {
    expect(due(cal, { from: at('2021-09-28'), wd: 5, restart: [at('2021-10-28'), at('2021-09-30')] })).toEqual(on('2021-11-04'));
  });

  test('pauses before it are spent, pauses after it still count', () => {
    const pauses = [
      { from: '2021-10-08', to: '2021-10-20' },
      { from: '2021-11-01', to: '2021-11-01' },
    ];
    expect(due(cal, { from: at('2021-09-28'), wd: 5, restart: [at('2021-10-28')], pauses })).toEqual(on('2021-11-05'));
  });

  test('an hour clock begins anew when the hall opens the day after', () => {
    expect(due(cal, { from: at('2021-10-27'), h: 2, restart: [at('2021-10-28', '15:00')] })).toEqual({ due: at('2021-10-29', '11:00') });
  });
});

describe('hours', () => {
  test.each([
    ['2021-11-01', '10:00', 3, '2021-11-01', '14:00'],
    ['2021-11-01', '09:00', 3, '2021-11-01', '12:00'],
    ['2021-11-01', '09:00', 7, '2021-11-01', '17:00'],
    ['2021-11-01', '12:30', 1, '2021-11-01', '14:00'],
    ['2021-11-01', '18:00', 1, '2021-11-02', '10:00'],
    ['2021-10-29', '16:00', 2, '2021-11-01', '10:00'],
    ['2021-09-30', '16:00', 8, '2021-10-08', '17:00'],
    ['2021-10-08', '16:00', 8, '2021-10-09', '17:00'],
  ])('%s %s + %i h = %s %s', (day, time, h, lastDay, lastTime) => {
    expect(due(cal, { from: at(day, time), h })).toEqual({ due: at(lastDay, lastTime) });
  });

  test('pause exactly', () => {
    const pauses = [
      { from: at('2021-11-01', '10:30'), to: at('2021-11-01', '11:15') },
      { from: at('2021-11-01', '11:00'), to: at('2021-11-01', '11:30') },
    ];
    expect(due(cal, { from: at('2021-11-01'), h: 3, pauses })).toEqual({ due: at('2021-11-01', '15:00') });
    expect(due(cal, { from: at('2021-11-01'), h: 3, pauses: [{ from: at('2021-11-01', '12:00'), to: at('2021-11-01', '13:00') }] })).toEqual({ due: at('2021-11-01', '14:00') });
    expect(due(cal, { from: at('2021-11-01'), h: 3, pauses: [{ from: '2021-11-01', to: '2021-11-01' }] })).toEqual({ due: at('2021-11-02', '12:00') });
  });
});

describe('beyond the last year on file', () => {
  test('there is no date, but a day before which it cannot be', () => {
    expect(due(cal, { from: at('2026-12-25'), wd: 10 })).toEqual({ due: null, pending: 'calendar-2027', atLeast: '2027-01-06' });
    expect(due(cal, { from: at('2026-12-25'), wd: 4 })).toEqual(on('2026-12-31'));
    expect(due(cal, { from: at('2026-12-31', '16:00'), h: 2 })).toEqual({ due: null, pending: 'calendar-2027', atLeast: '2027-01-01' });
    expect(due(cal, { from: at('2020-12-30'), wd: 5 })).toMatchObject({ due: null, pending: 'calendar-2020' });
    expect(due(cal, { from: at('2021-12-30'), wd: 5 })).toMatchObject({ due: null, pending: 'calendar-2022' });
  });

  test('of several missing years the first is named', () => {
    expect(due(cal, { from: at('2021-12-30'), wd: 600 })).toMatchObject({ due: null, pending: 'calendar-2022' });
    expect(due(cal, { from: at('2021-12-30'), h: 4200 })).toMatchObject({ due: null, pending: 'calendar-2022' });
  });

  test('a pause over the unknown year needs no file for it', () => {
    expect(due(cal, { from: at('2021-12-30'), wd: 2, pauses: [{ from: '2022-01-01', to: '2024-12-31' }] })).toEqual(on('2025-01-02'));
    expect(due(cal, { from: at('2021-12-31', '16:00'), h: 2, pauses: [{ from: '2022-01-01', to: '2024-12-31' }] })).toEqual({ due: at('2025-01-02', '10:00') });
  });
});

test('exactly one length, whole and not negative', () => {
  const from = at('2021-10-28');
  for (const length of [{}, { wd: 5, days: 5 }, { wd: -1 }, { wd: 1.5 }, { h: Number.NaN }] satisfies Length[]) expect(() => due(cal, { from, ...length })).toThrow(RangeError);
});

// Properties over 2025 and 2026, where both years are on file; 2027 is not.
const [first, horizon] = [dayOf('2025-01-01'), dayOf('2026-12-31')];
const instants = fc.integer({ min: instantAt(first, 0, 8 * hour), max: instantAt(horizon, 0, 8 * hour) }).map((ms) => formatInstant(ms - (ms % 60_000), 8 * hour));
const pausesOf = fc.array(
  fc.tuple(instants, fc.integer({ min: 0, max: 40 * 24 * 60 })).map(([from, minutes]): Pause => ({ from, to: formatInstant(millisOf(from) + minutes * 60_000, 8 * hour) })),
  { maxLength: 5 },
);
const units = fc.constantFrom<Unit>('h', 'wd', 'days', 'weeks', 'months');
const lengths = fc.tuple(units, fc.integer({ min: 0, max: 60 })).map(([unit, n]): Length => ({ [unit]: n }));

/** The day of the due date, or the first it can be. */
const earliestDay = (found: Due): string => (found.due === null ? found.atLeast : dateAt(found.due, 8 * hour));

describe('properties', () => {
  test('a pause never shortens a deadline', () => {
    fc.assert(
      fc.property(instants, lengths, pausesOf, pausesOf, (from, length, some, more) => {
        const [shorter, longer] = [due(cal, { from, ...length, pauses: some }), due(cal, { from, ...length, pauses: [...some, ...more] })];
        expect(earliestDay(longer) >= earliestDay(shorter)).toBe(true);
        if (shorter.due !== null && longer.due !== null) expect(compareInstants(longer.due, shorter.due)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('splitting a pause, repeating it or changing the order changes nothing', () => {
    fc.assert(
      fc.property(instants, lengths, pausesOf, fc.double({ min: 0, max: 1, noNaN: true }), (from, length, pauses, where) => {
        const split = pauses.flatMap((p) => {
          const middle = formatInstant(Math.round(millisOf(p.from) + (millisOf(p.to) - millisOf(p.from)) * where), 8 * hour);
          return [
            { from: middle, to: p.to },
            { from: p.from, to: middle },
          ];
        });
        expect(due(cal, { from, ...length, pauses: [...split, ...pauses] })).toEqual(due(cal, { from, ...length, pauses }));
        expect(due(cal, { from, ...length, pauses: split.reverse() })).toEqual(due(cal, { from, ...length, pauses }));
      }),
    );
  });

  test('a longer period never ends earlier', () => {
    fc.assert(
      fc.property(instants, units, fc.integer({ min: 0, max: 40 }), pausesOf, (from, unit, n, pauses) => {
        const [shorter, longer] = [due(cal, { from, [unit]: n, pauses }), due(cal, { from, [unit]: n + 1, pauses })];
        if (shorter.due !== null && longer.due !== null) expect(compareInstants(longer.due, shorter.due)).toBeGreaterThanOrEqual(0);
        if (shorter.due === null) expect(longer.due).toBeNull();
      }),
    );
  });

  test('working days end on a working day outside every pause, after exactly that many', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), pausesOf, (from, wd, pauses) => {
        const found = due(cal, { from, wd, pauses });
        if (found.due === null) return;
        const paused = (date: string) => pauses.some((p) => dateAt(p.from, 8 * hour) <= date && date <= dateAt(p.to, 8 * hour));
        const last = dateAt(found.due, 8 * hour);
        const counted: string[] = [];
        for (let date = addDays(dateAt(from, 8 * hour), 1); date <= last; date = addDays(date, 1)) if (isWorkday(cal, date) === true && !paused(date)) counted.push(date);
        expect(counted.length).toBe(wd);
        expect(counted.at(-1)).toBe(last);
      }),
    );
  });

  test('hours end after exactly that many open and unpaused minutes', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 30 }), pausesOf, (from, h, pauses) => {
        const found = due(cal, { from, h, pauses });
        if (found.due === null) return;
        let open = 0;
        for (let ms = millisOf(from); ms < millisOf(found.due); ms += 60_000) {
          const { day, time } = localOf(ms, 8 * hour);
          const paused = pauses.some((p) => millisOf(p.from) <= ms && ms < millisOf(p.to));
          if (!paused && cal.open.some((o) => o.from <= time && time < o.to) && isWorkday(cal, dateOf(day)) === true) open++;
        }
        expect(open).toBe(h * 60);
      }),
      { numRuns: 40 },
    );
  });

  test('adding a year’s file changes no date that was known and none to before its bound', () => {
    const [before, after] = [calendar([year2021, year2025], sampleCity), calendar([year2021, year2025, year2026], sampleCity)];
    fc.assert(
      fc.property(instants, lengths, pausesOf, (from, length, pauses) => {
        const [known, then] = [due(before, { from, ...length, pauses }), due(after, { from, ...length, pauses })];
        if (known.due !== null) expect(then).toEqual(known);
        else expect(earliestDay(then) >= earliestDay(known)).toBe(true);
      }),
    );
  });
});
