import { expect, it } from 'vitest';
import { caseIds } from './case-ids';

it('gives rising ids, each once, when the clock jumps back an hour, stands still, or jumps ahead and back', () => {
  const next = caseIds(7);
  const now = Date.parse('2026-03-02T01:00:00Z');
  const times = [now, now + 1, now - 3_600_000, ...Array.from({ length: 9000 }, () => now), now + 86_400_000, now + 2, now + 3];
  const ids = times.map((ms) => next(ms));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
});

it('keeps the ids of two processes apart within one millisecond', () => {
  const now = Date.parse('2026-03-02T01:00:00Z');
  expect(caseIds(1)(now)).not.toBe(caseIds(2)(now));
});
