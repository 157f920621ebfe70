/** A case is submitted once, and changed by one at a time. */
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../core/case/canonical';
import { naughty } from '../testing/naughty';
import { grant, submission } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function submitting(ground: () => Ground): void {
  const { store, submit } = doors(ground);

  describe('submitting', () => {
    it('keeps the case, its steps and its events exactly', async () => {
      const c = await submit(submission());
      expect(await store().caseByNumber(c.case.number)).toEqual({ case: c.case, steps: c.steps });
      expect(await store().events(c.case.caseId)).toEqual(c.events);
      expect((await store().events(c.case.caseId)).map(canonical)).toEqual(c.events.map(canonical));
      expect(await store().caseByNumber('430212-none')).toBeNull();
    });

    it('gives the case, its steps and its events of one moment in one read', async () => {
      const c = await submit(submission({ answers: { 'business.name': '一行\n又一行\r\n\u2028\\n', 'business.activity': naughty.join('') } }));
      expect(await store().wholeCase(c.case.number)).toEqual({ case: c.case, steps: c.steps, events: c.events });
      expect(await store().wholeCase('430212-none')).toBeNull();
    });

    it('gives each of many who ask at once the case they asked for, as it is then', async () => {
      const [a, b] = [await submit(submission()), await submit(submission())];
      const read = (number: string) =>
        store()
          .wholeCase(number)
          .then((w) => w && [w.case.number, w.events.length]);
      const before = Promise.all([a, b, a].map((c) => read(c.case.number)));
      const change = grant(a, a.steps[0]!.step);
      await store().append(change);
      const n = a.events.length + change.events.length;
      expect(await Promise.all([read(a.case.number), read('430212-none'), read(b.case.number)])).toEqual([[a.case.number, n], null, [b.case.number, b.events.length]]);
      expect((await before).map((x) => x?.[0])).toEqual([a.case.number, b.case.number, a.case.number]);
    });

    it('shows an authority the cases it has a step of, and no other', async () => {
      const steps = [
        { step: 'a', authority: 'office-a' },
        { step: 'b', authority: 'office-b' },
      ];
      const c = await submit(submission({ steps }));
      expect(await store().wholeCase(c.case.number, 'office-a')).toEqual({ case: c.case, steps: c.steps.slice(0, 1), events: c.events });
      expect(await store().wholeCase(c.case.number, 'office-b')).toEqual({ case: c.case, steps: c.steps.slice(1), events: c.events });
      expect(await store().wholeCase(c.case.number, 'office-c')).toBeNull();
    });

    it('answers the same request with the same response and does nothing twice', async () => {
      const c = await submit(submission());
      const again = submission({ key: c.key }); // compiled again: another case id
      expect(await store().submit({ ...again, fingerprint: c.fingerprint })).toEqual({ kind: 'repeated', response: c.response });
      expect(await store().caseByNumber(again.case.number)).toBeNull();
      expect(await store().repeated(c.actor, c.key)).toEqual({ fingerprint: c.fingerprint, response: c.response });
      expect(await store().repeated('somebody-else', c.key)).toBeNull();
    });

    it('refuses a key used for another request, and lets two people use the same key', async () => {
      const c = await submit(submission());
      expect(await store().submit(submission({ key: c.key }))).toEqual({ kind: 'key-reused' });
      expect(await store().submit(submission({ key: c.key, applicantId: 'p-2' }))).toEqual({ kind: 'done' });
    });

    it('carries out one of two identical requests that come at once', async () => {
      const doors = [ground().opened, ground().second ?? ground().opened];
      for (let round = 0; round < 15; round++) {
        const first = submission();
        const twin = { ...submission({ key: first.key }), fingerprint: first.fingerprint };
        const kinds = (await Promise.all([doors[0]!.store.submit(first), doors[1]!.store.submit(twin), doors[0]!.store.submit(twin)])).map((d) => d.kind);
        expect(kinds.sort()).toEqual(['done', 'repeated', 'repeated']);
      }
    });

    it('shares a commit among many, and only the one at fault fails', async () => {
      const good = Array.from({ length: 40 }, () => submission());
      const sameNumber = submission();
      const bad = { ...sameNumber, case: { ...sameNumber.case, number: good[0]!.case.number } };
      const results = await Promise.allSettled([...good, bad].map((c) => store().submit(c)));
      expect(results.filter((r) => r.status === 'fulfilled' && r.value.kind === 'done')).toHaveLength(40);
      expect(results.filter((r) => r.status === 'rejected')).toHaveLength(1);
      expect(await store().repeated(bad.actor, bad.key)).toBeNull();
    });

    it('does not take a command whose chain does not hold', async () => {
      const c = submission();
      const other = submission();
      const changed = c.events.map((e, i) => (i === 0 ? { ...e, at: at(1) } : e));
      await expect(store().submit({ ...c, events: changed })).rejects.toThrow('does not have its hash');
      await expect(store().submit({ ...c, events: c.events.slice(1) })).rejects.toThrow('begin');
      await expect(store().submit({ ...c, events: c.events.slice(0, -1) })).rejects.toThrow('last event');
      await expect(store().submit({ ...c, case: other.case })).rejects.toThrow();
    });
  });

  describe('appending', () => {
    it('adds the event, replaces the rows given and keeps the rest', async () => {
      const c = await submit(submission());
      const g = grant(c, 'register');
      expect(await store().append(g)).toEqual({ kind: 'done' });
      expect(await store().append(g)).toEqual({ kind: 'repeated', response: g.response });
      const now = (await store().caseByNumber(c.case.number))!;
      expect(now.case).toEqual(g.case);
      expect(now.steps).toEqual([g.steps[0], c.steps[1]]);
      expect(await store().events(c.case.caseId)).toEqual([...c.events, ...g.events]);
    });

    it('refuses what was decided on an older state, and a key used before', async () => {
      const c = await submit(submission());
      expect(await store().append(grant(c, 'register'))).toEqual({ kind: 'done' });
      expect(await store().append(grant(c, 'licence'))).toEqual({ kind: 'stale' });
      const other = await submit(submission());
      expect(await store().append({ ...grant(other, 'register'), key: `grant-${c.case.caseId}-register` })).toEqual({ kind: 'key-reused' });
      expect((await store().events(other.case.caseId)).length).toBe(other.events.length);
      expect(await store().append(grant(submission(), 'register'))).toEqual({ kind: 'stale' });
    });

    it('lets one of two officers who decide at once go through', async () => {
      for (let round = 0; round < 10; round++) {
        const c = await submit(submission());
        const doors = [ground().opened, ground().second ?? ground().opened];
        const kinds = await Promise.all([doors[0]!.store.append(grant(c, 'register', `a${c.key}`)), doors[1]!.store.append(grant(c, 'register', `b${c.key}`))]);
        expect(kinds.map((k) => k.kind).sort()).toEqual(['done', 'stale']);
      }
    });

    it('leaves a claim as it is', async () => {
      const c = await submit(submission());
      await store().claim(c.case.caseId, 'register', 'o-1');
      await store().append(grant(c, 'register'));
      expect((await store().caseByNumber(c.case.number))!.steps[0]!.claimedBy).toBe('o-1');
    });
  });
}
