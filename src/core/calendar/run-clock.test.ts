import { expect, test } from 'vitest';
import { type ClockArguments, runClock } from './run-clock';
import { sampleCalendar as cal } from './sample-years';

const from = '2021-10-28T10:00:00+08:00';
const refusal = (args: ClockArguments) => {
  const result = runClock(args, cal);
  return 'due' in result ? result : [result.refused, ...result.findings.map((f) => `${f.code} ${f.file}:${f.line}`)];
};

test('the date, from texts as they are typed', () => {
  expect(runClock({ from: '2021-09-28T10:00:00+08:00', wd: '20' }, cal)).toEqual({ due: '2021-11-01T17:00:00+08:00' });
  expect(runClock({ from, wd: '5', pauses: ['2021-11-01T10:00:00+08:00/2021-11-02T09:00:00+08:00'] }, cal)).toEqual({ due: '2021-11-08T17:00:00+08:00' });
  expect(runClock({ from, hours: 3, pauses: ['2021-10-28/2021-10-28'] }, cal)).toEqual({ due: '2021-10-29T12:00:00+08:00' });
  expect(runClock({ from, months: '1', restarts: ['2021-10-31T10:00:00+08:00'] }, cal)).toEqual({ due: '2021-11-30T17:00:00+08:00' });
});

test('no start, no length or two of them is wrong usage', () => {
  expect(refusal({ wd: '5' })).toEqual(['usage', 'YJ590 --from:1']);
  expect(refusal({ from })).toEqual(['usage', 'YJ591 clock:1']);
  expect(refusal({ from, wd: '5', days: '5' })).toEqual(['usage', 'YJ591 clock:1']);
});

test('a missing year is an error that names the file to add', () => {
  expect(runClock({ from: '2026-12-25T10:00:00+08:00', wd: '10' }, cal)).toEqual({
    refused: 'input',
    findings: [
      {
        code: 'YJ592',
        file: 'calendar/2027.yaml',
        line: 1,
        column: 1,
        message: { zh: '缺少 2027 年工作日历，不作推测：请按国务院办公厅通知添加此文件', en: "no calendar for 2027, and none is guessed: add this file from the State Council's notice" },
      },
    ],
  });
});

test('every fault is told at once, each at its argument', () => {
  expect(refusal({ from: '2021-10-28T10:00:00', wd: '5.5', pauses: ['2021-11-01', '2021-11-02/2021-11-01', '2021-11-01T10:00/2021-11-02T10:00'], restarts: ['2021-11-01'] })).toEqual([
    'input',
    'YJ594 --wd:1',
    'YJ593 --from:1',
    'YJ595 --pause:1',
    'YJ596 --pause:2',
    'YJ595 --pause:3',
    'YJ593 --restart:1',
  ]);
});

test('a restart before the start is refused, not ignored', () => {
  expect(refusal({ from, wd: '5', restarts: ['2021-10-27T10:00:00+08:00'] })).toEqual(['input', 'YJ597 --restart:1']);
});

test('absurd lengths are refused quickly', () => {
  for (const wd of ['10001', '99999999999999999999', '-1', '', ' 5', '1e3', 'five']) expect(refusal({ from, wd })).toEqual(['input', 'YJ594 --wd:1']);
  expect(refusal({ from: '9999-12-31T10:00:00+08:00', days: '1' })).toEqual(['input', 'YJ598 --from:1']);
  expect(runClock({ from, months: '10000', pauses: ['2022-01-01/2900-01-01'] }, cal)).toHaveProperty('due');
});
