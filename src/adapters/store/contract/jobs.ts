/** Work for later: once by its key, by one taker at a time, again when it fails, and the outbox drained into it. */
import { describe, expect, it } from 'vitest';
import type { TakenJob } from '../../../app/ports/jobs';
import type { Opened } from '../index';
import { nextId, submission } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function jobs(ground: () => Ground): void {
  const { store, submit } = doors(ground);
  const kind = () => `k-${nextId()}`;
  const job = (of: string, key = '1', minute = 0) => ({ kind: of, key, body: { a: [1, '一件'] }, at: at(minute) });
  const takeOne = async (of: string, minute: number, lease = 60): Promise<TakenJob> => (await store().takeJobs([of], at(minute), lease, 1))[0]!;

  describe('jobs', () => {
    it('are one by kind and key, also when done, until they are forgotten', async () => {
      const k = kind();
      expect(await store().addJobs([job(k), job(k), job(k, '2')])).toBe(2);
      const [one, two, ...none] = await store().takeJobs([k, 'another'], at(0), 60, 10);
      expect([one, two, none]).toEqual([
        { id: expect.any(String), kind: k, key: '1', body: { a: [1, '一件'] }, attempt: 1, holding: 1 },
        { id: expect.any(String), kind: k, key: '2', body: { a: [1, '一件'] }, attempt: 1, holding: 1 },
        [],
      ]);
      expect(await store().jobDone(one!, at(1))).toBe(true);
      expect(await store().addJobs([job(k)])).toBe(0);
      expect(await store().forgetJobs(at(1), 10)).toBe(0);
      expect(await store().forgetJobs(at(2), 10)).toBe(1);
      expect(await store().addJobs([job(k)])).toBe(1);
      expect(await store().addJobs([])).toBe(0);
    });

    it('are not taken before their time, and the one that waits longest first', async () => {
      const k = kind();
      await store().addJobs([job(k, 'late', 9), job(k, 'early', 5)]);
      expect(await store().takeJobs([k], at(4), 60, 10)).toEqual([]);
      expect((await store().takeJobs([k], at(9), 60, 1)).map((j) => j.key)).toEqual(['early']);
    });

    it('come back when the lease runs out; whoever held them then changes nothing', async () => {
      const k = kind();
      await store().addJobs([job(k)]);
      const first = await takeOne(k, 0, 120);
      expect(await takeOne(k, 1)).toBeUndefined();
      const second = await takeOne(k, 2);
      expect(second).toMatchObject({ id: first.id, attempt: 2, holding: 2 });
      expect(await store().jobDone(first, at(3))).toBe(false);
      expect(await store().jobLater(first, at(3), 'x')).toBe(false);
      expect(await store().jobDead(first, at(3), 'x')).toBe(false);
      expect(await store().jobDone(second, at(3))).toBe(true);
      expect(await store().jobDone(second, at(3))).toBe(false);
    });

    it('that failed count their tries; those that only wait begin anew', async () => {
      const k = kind();
      await store().addJobs([job(k)]);
      await store().jobLater(await takeOne(k, 0), at(5), 'no answer');
      expect(await takeOne(k, 4)).toBeUndefined();
      const again = await takeOne(k, 5);
      expect(again.attempt).toBe(2);
      await store().jobLater(again, at(6), null);
      expect(await takeOne(k, 6)).toMatchObject({ attempt: 1, holding: 3 });
    });

    it('that are dead are seen, begin anew once, or are given up', async () => {
      const k = kind();
      await store().addJobs([job(k), job(k, '2')]);
      await store().jobDead(await takeOne(k, 0), at(1), '停机');
      await store().jobDead(await takeOne(k, 0), at(2), 'down');
      expect(await takeOne(k, 9)).toBeUndefined();
      const mine = async () => (await store().deadJobs(100)).filter((d) => d.kind === k);
      const [two, one] = await mine();
      expect(one).toEqual({ id: expect.any(String), kind: k, key: '1', attempts: 1, error: '停机', at: at(1) });
      expect((await store().jobFigures()).find((f) => f.kind === k)).toEqual({ kind: k, open: 0, dead: 2, oldest: null });
      expect([await store().retryDead(one!.id, at(3)), await store().retryDead(one!.id, at(3))]).toEqual([true, false]);
      expect([await store().dropDead(two!.id), await store().dropDead(one!.id)]).toEqual([true, false]);
      expect((await store().jobFigures()).find((f) => f.kind === k)).toEqual({ kind: k, open: 1, dead: 0, oldest: at(3) });
      expect(await takeOne(k, 3)).toMatchObject({ id: one!.id, attempt: 1 });
      expect(await mine()).toEqual([]);
    });

    it('are taken by one of two that ask at once', async () => {
      const k = kind();
      await store().addJobs(Array.from({ length: 40 }, (_, i) => job(k, `${i}`)));
      const doors = [ground().opened, ground().second ?? ground().opened];
      const both = await Promise.all(doors.map((d) => d.store.takeJobs([k], at(0), 600, 25)));
      expect(new Set(both.flat().map((j) => j.key)).size).toBe(both.flat().length);
    });

    it('are made of the outbox in order, each once, by one of two that drain at once; what nobody listens to goes', async () => {
      const topic = `t-${nextId()}`;
      const drain = async (door: Pick<Opened, 'store'> = ground().opened) => {
        for (let n = 1; n > 0; ) n = await door.store.drainOutbox([topic], at(1), 7);
      };
      await drain();
      const keys = Array.from({ length: 20 }, (_, i) => `${topic}-${i}`);
      for (const key of keys) await submit({ ...submission(), notices: [...[topic, `${topic}-unheard`].map((t) => ({ topic: t, key, body: { n: 1 } }))] });
      await Promise.all([drain(), drain(ground().second ?? ground().opened)]);
      const made = (await store().takeJobs(['notice'], at(1), 60, 1000)).filter((j) => (j.body as { topic: string }).topic.startsWith(topic));
      expect(made.map((j) => j.key).sort()).toEqual(keys.map((key) => `${topic} ${key}`).sort());
      expect(made[0]!.body).toEqual({ topic, key: expect.stringContaining(topic), body: { n: 1 } });
      expect(await store().drainOutbox([topic], at(1), 7)).toBe(0);
    });
  });
}
