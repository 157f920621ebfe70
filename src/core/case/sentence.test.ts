/** The one sentence does not promise a day that has gone by. */
import { expect, test } from 'vitest';
import { sentenceOf } from './sentence';
import type { CaseState } from './state';

const names = { step: () => ({ zh: '食品经营许可', en: 'Food licence' }), authority: () => ({ zh: '示例局', en: 'Sample office' }) };
const state = (status: string, due: string) =>
  ({ status: 'submitted', outcome: null, steps: new Map([['a', { status, due, promised: null, filed: { id: 'a', authority: 'x' } }]]) }) as unknown as CaseState;
const said = (status: string, now: string) => sentenceOf(state(status, '2026-11-24T17:00:00+08:00'), names, now);

test('a day to come is promised, a day gone by is called late', () => {
  expect(said('under-review', '2026-11-24T16:59:00+08:00').zh).toContain('11月24日前有结果');
  expect(said('under-review', '2026-11-24T17:01:00+08:00')).toMatchObject({ zh: expect.stringContaining('本应在11月24日前有结果，已经逾期'), en: expect.stringContaining('is late') });
  expect(said('received', '2026-11-25T09:00:00+08:00').zh).toContain('本应在11月24日前告知是否受理');
});
test('a clock that stands still is not late', () => expect(said('paused', '2026-12-01T09:00:00+08:00').zh).not.toContain('逾期'));
