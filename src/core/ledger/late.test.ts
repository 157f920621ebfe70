import { expect, test } from 'vitest';
import { sampleCalendar } from '../calendar/sample-years';
import { dueOn } from './clock';
import { happenings } from './happenings';
import { lateOn, openOn } from './late';
import { loadLedger } from './load';
import { sampleFiles } from './sample-ledger';

const ledger = loadLedger(sampleFiles()).ledger!;
const lines = (day: string) => lateOn(ledger, sampleCalendar, day).map((h) => [h.name.en, h.holders.map((p) => p.name.en).join(), h.due, h.late]);

test('a clock counts working days from the day after, on the calendar of the city', () => {
  expect(dueOn(sampleCalendar, '2021-09-30', { clock: { wd: 5 } })).toEqual({ day: '2021-10-13', illustrative: false });
  expect(dueOn(sampleCalendar, '2021-10-27', { clock: { wd: 15, illustrative: true } })).toEqual({ day: '2021-11-17', illustrative: true });
  expect(dueOn(sampleCalendar, '2021-12-30', { clock: { wd: 5 } })).toEqual({ day: null, pending: 'calendar-2022', atLeast: '2022-01-04', illustrative: false });
  expect(dueOn(sampleCalendar, '2021-10-27', { due: '2022-01-01' })).toEqual({ day: '2022-01-01', illustrative: false });
  expect(dueOn(sampleCalendar, '2021-10-27', {})).toBeNull();
});

test('nothing is late on its last day, and it is late the day after, with who holds it', () => {
  expect(lines('2021-11-03')).toEqual([]);
  expect(lines('2021-11-04')).toEqual([['Build', 'City', '2021-11-03', 1]]);
  expect(lines('2021-11-18')).toEqual([
    ['Build', 'City', '2021-11-03', 15],
    ['Deposits', 'City', '2021-11-17', 1],
  ]);
});

test('a moved date counts from the day it was moved, and shows by how much', () => {
  expect(lines('2022-01-31').map(([name]) => name)).not.toContain('Plan');
  expect(lateOn(ledger, sampleCalendar, '2022-02-01').find((h) => h.name.en === 'Plan')).toMatchObject({ late: 1, slipped: 31, firstDue: '2021-12-31' });
});

test('a date beyond the calendar is not late and not without a date', () => {
  const files = sampleFiles({ asking: ['owners: [city]}', 'owners: [city], clock: {months: 3}}'] });
  const later = sampleFiles({ asking: ['owners: [city]}', 'owners: [city], clock: {wd: 90}}'] });
  const land = (f: Map<string, string>) => openOn(loadLedger(f).ledger!, sampleCalendar, '2021-12-01').find((h) => h.name.en === 'Land');
  expect(land(files)).toMatchObject({ due: '2022-01-26', dated: true });
  expect(land(later)).toMatchObject({ due: null, dated: true, late: 0 });
});

test('what has no date is open and never late; what is answered is not open', () => {
  const open = openOn(ledger, sampleCalendar, '2030-01-01');
  expect(open.find((h) => h.name.en === 'Land')).toMatchObject({ due: null, dated: false, late: 0 });
  expect(open.map((h) => h.name.en)).not.toContain('Support');
  expect(openOn(ledger, sampleCalendar, '2021-10-25')).toEqual([]);
});

test('everything with a day on it stands in order, at the agreement it belongs to', () => {
  const all = happenings(ledger);
  expect(all.map((h) => h.at)).toEqual(all.map((h) => h.at).sort());
  expect(all.filter((h) => h.kind === 'money').map((h) => h.anchor)).toEqual(['frame', 'line', 'line', 'line']);
  expect(all.filter((h) => h.kind === 'request').map((h) => h.anchor)).toEqual(['asking', 'asking', 'frame.deposits', 'asking']);
});
