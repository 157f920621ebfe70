import { expect, test } from 'vitest';
import type { TaskEvent } from './declare/task';
import { ended, newTask, slipped, taskOn } from './task-state';
import type { DeclaredRequest } from './declare/request';
import { requestOn } from './request-state';

const why = { zh: '缘由', en: 'Reason' };
const says = why;

test('a task is given out, taken on, reported, moved and done', () => {
  const events: TaskEvent[] = [
    { kind: 'assigned', at: '2021-11-01', to: ['group'] },
    { kind: 'accepted', at: '2021-11-02' },
    { kind: 'reported', at: '2021-12-01', says },
    { kind: 'moved', at: '2021-12-20', due: '2022-01-31', why },
    { kind: 'moved', at: '2022-01-20', due: '2022-02-28', why },
    { kind: 'met', at: '2022-02-20', says },
  ];
  const start = newTask(['city'], '2021-12-31');
  const on = (day: string) => taskOn(start, events, day);
  expect(['2021-10-31', '2021-11-01', '2021-11-02', '2021-12-01', '2022-02-20'].map((d) => on(d).status)).toEqual(['open', 'assigned', 'accepted', 'under-way', 'met']);
  expect(on('2021-10-31').owners).toEqual(['city']);
  expect(on('2021-11-01').owners).toEqual(['group']);
  expect(ended(on('2022-02-20'))).toBe(true);
});

test('a moved date keeps the first one: slippage is days shown', () => {
  const moved = taskOn(newTask(['city'], '2021-12-31'), [{ kind: 'moved', at: '2021-12-20', due: '2022-01-31', why }]);
  expect(moved).toMatchObject({ due: '2022-01-31', firstDue: '2021-12-31' });
  expect(slipped(moved)).toBe(31);
});

test('what cannot follow changes nothing', () => {
  const met: TaskEvent = { kind: 'met', at: '2021-11-01', says };
  const state = taskOn(newTask(['city'], null), [met, { kind: 'met', at: '2021-11-02', says }, { kind: 'moved', at: '2021-11-03', due: '2022-01-01', why }]);
  expect(state).toMatchObject({ status: 'met', lastAt: '2021-11-01', due: null });
  expect(taskOn(newTask(['city'], null), [met, { kind: 'reopened', at: '2021-11-02', why }]).status).toBe('under-way');
});

const request = (rest: Partial<DeclaredRequest>): DeclaredRequest => ({ id: 'r', name: why, kind: 'request', on: '2021-10-26', ...rest });
const point = [{ zh: '支持', en: 'Support' }];

test('a request is asked, then answered, then kept; an answer is not yet a promise kept', () => {
  const r = request({ asked: { by: 'city', of: 'department', points: point }, answer: { by: 'department', at: '2021-11-05', points: point }, events: [{ kind: 'kept', at: '2022-03-01', says }] });
  expect(['2021-10-25', '2021-10-26', '2021-11-05', '2022-03-01'].map((d) => requestOn(r, d).status)).toEqual(['held', 'asked', 'answered', 'kept']);
});

test('reminders are counted; a request may be withdrawn; a meeting without a request stays a meeting', () => {
  const asked = { by: 'city', of: 'department', points: point };
  expect(
    requestOn(
      request({
        asked,
        events: [
          { kind: 'reminded', at: '2021-11-01' },
          { kind: 'reminded', at: '2021-11-08' },
        ],
      }),
    ),
  ).toMatchObject({ status: 'asked', reminders: 2 });
  expect(requestOn(request({ asked, events: [{ kind: 'withdrawn', at: '2021-11-01', why }] })).status).toBe('withdrawn');
  expect(requestOn(request({ kind: 'meeting' })).status).toBe('held');
});
