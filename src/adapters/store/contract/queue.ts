/** The desk and the lists. */
import { describe, expect, it } from 'vitest';
import type { Command, QueueItem } from '../../../app/ports/store';
import { grant, nextId, submission } from '../testing/sample';
import { type Ground, doors } from './ground';

export function desk(ground: () => Ground): void {
  const { store, submit } = doors(ground);

  describe('the queue', () => {
    const pages = async (authority: string, limit: number, page: { division?: string; statuses?: string[] } = {}): Promise<QueueItem[]> => {
      const items: QueueItem[] = [];
      for (let after: string | undefined; ; ) {
        const { items: more, next } = await store().queue(authority, { ...page, limit, ...(after && { after }) });
        items.push(...more);
        expect(more.length).toBeLessThanOrEqual(limit);
        if (!next) return items;
        after = next;
      }
    };
    const many = async (authority: string) => {
      const dues = ['2026-03-09T17:30:00+08:00', null, '2026-03-05T17:30:00+08:00', '2026-03-05T17:30:00.500+08:00', null, '2026-03-05T17:30:00+08:00'];
      const cases: Command[] = [];
      for (let i = 0; i < 6; i++)
        cases.push(
          submission({
            steps: [
              { step: 'a', due: dues[i]!, authority, division: i % 2 ? '430212101' : '430212' },
              { step: 'b', due: dues[(i + 3) % 6]!, authority, status: i % 3 ? 'received' : 'accepted' },
            ],
          }),
        );
      for (const c of cases.toReversed()) await submit(c);
      return cases;
    };
    const time = (due: string | null) => (due ? Date.parse(due) : Number.MAX_SAFE_INTEGER);
    const inOrder = (a: QueueItem, b: QueueItem) => time(a.due) - time(b.due) || Number(BigInt(a.caseId) - BigInt(b.caseId)) || a.ord - b.ord;

    it('comes by due date, those without a clock last, and pages without gaps or repeats', async () => {
      const cases = await many('office-1');
      const all = await pages('office-1', 100);
      expect(all).toHaveLength(12);
      expect(all).toEqual([...all].sort(inOrder));
      for (const limit of [1, 2, 5, 12]) expect(await pages('office-1', limit)).toEqual(all);
      const { number, applicantName, journey, submittedAt } = cases[0]!.case;
      expect(all.find((i) => i.caseId === cases[0]!.case.caseId && i.step === 'a')).toEqual({ ...cases[0]!.steps[0], number, applicantName, journey, submittedAt });
    });

    it('is narrowed by division and by status', async () => {
      await many('office-2');
      const all = await pages('office-2', 100);
      expect(await pages('office-2', 2, { division: '430212101' })).toEqual(all.filter((i) => i.division === '430212101'));
      expect(await pages('office-2', 2, { statuses: ['accepted'] })).toEqual(all.filter((i) => i.status === 'accepted'));
      expect(await pages('office-2', 2, { statuses: ['accepted', 'received'], division: '430212' })).toEqual(all.filter((i) => i.division === '430212'));
      expect(await pages('office-none', 2)).toEqual([]);
    });

    it('loses a step that is decided', async () => {
      const c = await submit(
        submission({
          steps: [
            { step: 'a', authority: 'office-3' },
            { step: 'b', authority: 'office-3' },
          ],
        }),
      );
      await store().append(grant(c, 'a'));
      expect((await pages('office-3', 10)).map((i) => i.step)).toEqual(['b']);
      expect((await pages('office-3', 10, { statuses: ['granted'] })).map((i) => i.step)).toEqual(['a']);
    });

    it('gives a step to one officer', async () => {
      const c = await submit(submission());
      const id = c.case.caseId;
      const both = await Promise.all(['o-1', 'o-2'].map((o) => store().claim(id, 'register', o)));
      expect(both.filter((r) => r.kind === 'claimed')).toHaveLength(1);
      const winner = both[0]!.kind === 'claimed' ? 'o-1' : 'o-2';
      const loser = winner === 'o-1' ? 'o-2' : 'o-1';
      expect(await store().claim(id, 'register', loser)).toEqual({ kind: 'taken', by: winner });
      expect(await store().claim(id, 'register', winner)).toEqual({ kind: 'claimed' });
      expect(await store().claim(id, 'register', null)).toEqual({ kind: 'claimed' });
      expect(await store().claim(id, 'register', loser)).toEqual({ kind: 'claimed' });
      expect(await store().claim(id, 'no-such-step', 'o-1')).toEqual({ kind: 'unknown' });
    });

    it('shows for which steps time has brought something about', async () => {
      const c = await submit(
        submission({
          steps: [
            { step: 'a', due: '2020-01-01T10:00:00+08:00' },
            { step: 'b', due: '2020-01-01T10:00:01+08:00' },
            { step: 'c', due: null },
          ],
        }),
      );
      const undated = async (after: string) => (await store().undated(after, 100_000)).filter((x) => x.caseId === c.case.caseId);
      expect(await undated('0')).toEqual([{ caseId: c.case.caseId, number: c.case.number }]);
      expect(await undated(c.case.caseId)).toEqual([]);
      const at = async (instant: string) => (await store().turns(instant, 10)).filter((s) => s.caseId === c.case.caseId).map((s) => s.step);
      expect(await at('2020-01-01T01:59:59Z')).toEqual([]);
      expect(await at('2020-01-01T02:00:00Z')).toEqual(['a']);
      expect(await at('2026-01-01T00:00:00+08:00')).toEqual(['a', 'b']);
    });
  });

  it('lists the cases of a person, newest first, page by page', async () => {
    const applicantId = `p-${nextId()}`;
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.unshift((await submit(submission({ applicantId }))).case.caseId);
    const first = await store().casesOf(applicantId, { limit: 3 });
    const rest = await store().casesOf(applicantId, { before: first.at(-1)!.caseId, limit: 3 });
    expect([...first, ...rest].map((c) => c.caseId)).toEqual(ids);
    const all = await store().caseIds('', 100_000);
    expect(all).toEqual(all.toSorted((a, b) => Number(BigInt(a) - BigInt(b))));
    expect(await store().caseIds(ids[1]!, 1)).toEqual([ids[0]]);
  });
}
