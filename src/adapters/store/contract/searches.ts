/** Searches that found nothing: counted by day, shown from a least number on. */
import { describe, expect, it } from 'vitest';
import { nextId } from '../testing/sample';
import { doors, type Ground } from './ground';

export function searches(ground: () => Ground): void {
  const { store } = doors(ground);

  describe('searches that found nothing', () => {
    it('are counted by day and shown once enough people asked', async () => {
      const query = `养狗 ${nextId()}`;
      for (const day of ['2026-03-01', '2026-03-02', '2026-03-02']) await store().noteMissedSearch(day, query);
      const shown = async (since: string, atLeast: number) => (await store().missedSearches(since, atLeast, 100)).filter((m) => m.query === query);
      expect(await shown('2026-03-01', 3)).toEqual([{ query, times: 3, last: '2026-03-02' }]);
      expect(await shown('2026-03-01', 4)).toEqual([]);
      expect(await shown('2026-03-02', 1)).toEqual([{ query, times: 2, last: '2026-03-02' }]);
    });

    it('are forgotten after ninety days', async () => {
      const query = `养猫 ${nextId()}`;
      await store().noteMissedSearch('2020-01-01', query);
      await store().noteMissedSearch('2020-06-01', `${query} 2`);
      expect((await store().missedSearches('2019-01-01', 1, 1000)).filter((m) => m.query === query)).toEqual([]);
    });

    it('cannot fill the disk: a day takes 2,000 different ones, and counts those it has', async () => {
      const day = '2021-07-01';
      const one = Array.from({ length: 2000 }, (_, i) => store().noteMissedSearch(day, `q${i}`));
      await Promise.all(one);
      await store().noteMissedSearch(day, 'one more');
      await store().noteMissedSearch(day, 'q7');
      const all = (await store().missedSearches(day, 1, 5000)).filter((m) => m.last === day);
      expect(all.length).toBe(2000);
      expect(all[0]).toEqual({ query: 'q7', times: 2, last: day });
    });
  });
}
