/** The desk beside the record: filters, hand-over, substitutes, notes, texts, and the figures made from the record. */
import { describe, expect, it } from 'vitest';
import type { DeskEntry, StoryRow } from '../../../app/ports/desk-store';
import { grant, nextId, submission } from '../testing/sample';
import { at, doors, type Ground } from './ground';

export function atDesk(ground: () => Ground): void {
  const { store, submit } = doors(ground);
  const office = () => `desk-${nextId()}`;

  describe('filters of the queue', () => {
    it('by service, by who holds it, and page by page', async () => {
      const authority = office();
      const c = await submit(submission({ steps: ['a', 'b', 'c', 'd'].map((step, i) => ({ step, authority, service: i % 2 ? 'odd' : 'even' })) }));
      await store().claim(c.case.caseId, 'a', 'o-1');
      await store().claim(c.case.caseId, 'b', 'o-2');
      const steps = async (asked: object) => (await store().queue(authority, { limit: 10, ...asked })).items.map((i) => i.step);
      expect(await steps({ service: 'odd' })).toEqual(['b', 'd']);
      expect(await steps({ holders: ['o-1', 'o-2'] })).toEqual(['a', 'b']);
      expect(await steps({ holders: [] })).toEqual(['c', 'd']);
      expect(await steps({ holders: [], service: 'even', division: c.case.division })).toEqual(['c']);
      expect(await steps({ within: '4302' })).toHaveLength(4);
      expect(await steps({ within: '430212101' })).toEqual([]);
      const first = await store().queue(authority, { limit: 1, service: 'odd' });
      expect((await store().queue(authority, { limit: 1, service: 'odd', after: first.next! })).items.map((i) => i.step)).toEqual(['d']);
    });

    it('by light: past, near, and in time, under the limits given', async () => {
      const authority = office();
      const dues = ['2026-03-01T17:00:00+08:00', '2026-03-03T17:00:00+08:00', '2026-03-09T17:00:00+08:00', null];
      await submit(submission({ steps: dues.map((due, i) => ({ step: `s${i}`, authority, due, promised: null, service: i === 2 ? 'long' : 'short', status: 'accepted' })) }));
      const limits = { now: at(0), accept: '2026-03-04T00:00:00+08:00', services: [{ service: 'long', statutory: '2026-03-10T00:00:00+08:00', promised: at(0) }] };
      const of = async (colour: 'red' | 'yellow' | 'green', over = limits) => (await store().queue(authority, { limit: 10, light: { colour, limits: over } })).items.map((i) => i.step);
      expect(await of('red')).toEqual(['s0']);
      expect(await of('yellow')).toEqual(['s1', 's2']);
      expect(await of('green')).toEqual([]);
      expect(await of('green', { ...limits, services: [] })).toEqual(['s2']);
    });
  });

  it('hands a step on only from who holds it', async () => {
    const id = (await submit(submission())).case.caseId;
    await store().claim(id, 'register', 'o-1');
    expect(await store().handOn(id, 'register', 'o-2', 'o-3')).toBe(false);
    expect(await store().handOn(id, 'register', 'o-1', 'o-3')).toBe(true);
    expect(await store().claim(id, 'register', 'o-1')).toEqual({ kind: 'taken', by: 'o-3' });
    expect(await store().handOn(id, 'register', 'o-3', null)).toBe(true);
    expect(await store().handOn(id, 'register', null, 'o-2')).toBe(true);
  });

  it('knows who has a step open, until it has not been said for a while', async () => {
    const { caseId } = (await submit(submission())).case;
    const here = (who: string, minute: number) => store().present({ caseId, step: 'register', who, whoName: `${who}!`, at: at(minute), since: at(minute - 2) });
    expect(await here('o-1', 10)).toEqual([]);
    expect(await here('o-2', 11)).toEqual(['o-1!']);
    expect(await here('o-2', 12)).toEqual(['o-1!']);
    expect(await here('o-2', 13)).toEqual([]);
    expect(await here('o-1', 13)).toEqual(['o-2!']);
    await store().leave(caseId, 'register', 'o-2');
    expect(await here('o-1', 13)).toEqual([]);
  });

  it('holds acts until an instant, and lets only one outcome happen', async () => {
    const id = `held-${nextId()}`;
    const act = { id, who: 'o-1', officer: { name: '王' }, picked: [{ number: 'n', step: 's' }], at: at(0), until: at(1) };
    await store().hold(act);
    await store().hold({ ...act, who: 'o-2' });
    expect(await store().held(id)).toEqual({ ...act, state: 'held', results: null });
    expect(await store().heldDue(at(0), 100)).not.toContain(id);
    expect(await store().heldDue(at(1), 100)).toContain(id);
    expect(await store().turnHeld(id, ['held', 'going'], 'going')).toBe(true);
    expect(await store().turnHeld(id, ['held'], 'undone')).toBe(false);
    expect(await store().heldDue(at(1), 100)).toContain(id);
    expect(await store().turnHeld(id, ['going'], 'done', [1])).toBe(true);
    expect(await store().held(id)).toMatchObject({ state: 'done', results: [1] });
    expect(await store().heldDue(at(1), 100)).not.toContain(id);
    expect(await store().held('held-nothing')).toBeNull();
  });

  it('counts what was filed by civil day and division, from a case on', async () => {
    const first = await submit(submission());
    await submit(submission());
    const found = await store().filed(first.case.caseId, '+08:00');
    const mine = found.filter((f) => f.division === first.case.division && f.day === first.case.submittedAt.slice(0, 10));
    expect(mine[0]!.n).toBeGreaterThanOrEqual(2);
    expect(await store().filed('9223372036854775807', '+08:00')).toEqual([]);
  });

  it('knows who works there, who stands in for whom and until when', async () => {
    const authority = office();
    const officer = { id: `${authority}:1`, name: '王', authority, division: '430212', lead: false };
    await store().seenAtDesk(officer, '2026-03-02');
    await store().seenAtDesk({ ...officer, name: '王五', lead: true }, '2026-03-02');
    expect(await store().officers(authority)).toEqual([officer]);
    await store().seenAtDesk({ ...officer, name: '王五', lead: true }, '2026-03-03');
    expect(await store().officers(authority)).toEqual([{ ...officer, name: '王五', lead: true }]);
    const s = { id: `${authority}:s`, authority, absent: 'o-1', substitute: 'o-2', firstDay: '2026-03-03', lastDay: '2026-03-05' };
    await store().nameSubstitute(s);
    await store().nameSubstitute(s);
    expect(await store().substitutions(authority, '2026-03-05')).toEqual([s]);
    expect(await store().substitutions(authority, '2026-03-06')).toEqual([]);
    await store().endSubstitution(s.id, 'o-2');
    expect(await store().substitutions(authority, '2026-03-05')).toEqual([s]);
    await store().endSubstitution(s.id, 'o-1');
    expect(await store().substitutions(authority, '2026-03-05')).toEqual([]);
  });

  it('keeps notes and what was done beside the record, and texts used again', async () => {
    const c = await submit(submission());
    const who = `o-${nextId()}`;
    const entry = (kind: DeskEntry['kind'], says: string, minute: number): DeskEntry => ({
      at: at(minute),
      kind,
      who,
      whoName: '王',
      authority: 'x',
      caseId: c.case.caseId,
      number: c.case.number,
      step: 'register',
      says,
    });
    const [note, done] = [entry('note', "电话问过，下午来 'x'", 1), entry('did', 'accept', 2)];
    await store().enterAtDesk(note);
    await store().enterAtDesk(done);
    expect(await store().notesAt(c.case.caseId, 'register', 10)).toEqual([note]);
    expect(await store().entriesOf(who, at(0), at(3), 10)).toEqual([done, note]);
    expect(await store().entriesOf(who, at(2), at(2), 10)).toEqual([]);
    const text = { id: `t-${nextId()}`, authority: who, use: 'refuse' as const, title: '面积', says: '面积不足。' };
    await store().saveText(text);
    expect(await store().texts(who)).toEqual([text]);
    await store().dropText(text.id, 'another');
    expect(await store().texts(who)).toHaveLength(1);
    await store().dropText(text.id, who);
    expect(await store().texts(who)).toEqual([]);
  });

  describe('made from the record in the same statement', () => {
    const story = (authority: string, more: Partial<StoryRow> = {}): StoryRow => ({
      step: 'register',
      service: 'birth',
      authority,
      division: '430212',
      channel: 'helper',
      endedAt: at(5),
      outcome: 'refused',
      days: 3,
      inTime: false,
      supplements: 2,
      pauses: 1,
      escalations: 0,
      latePause: true,
      lateReturn: false,
      ...more,
    });

    it('a rating is owed an answer until it has one', async () => {
      const authority = office();
      const c = await submit(submission());
      const said = { kind: 'rating' as const, ref: '2', step: null, authority, division: '430212', at: at(1), due: at(9), grade: 1, answered: null };
      const first = { ...grant(c, 'register'), voices: [{ said }] };
      await store().append(first);
      await store().append(first);
      expect(await store().openVoices(authority, 10)).toEqual([{ ...said, caseId: c.case.caseId, number: c.case.number }]);
      expect(await store().grades(at(0))).toContainEqual({ authority, grade: 1, n: 1 });
      await store().append({ ...grant(first, 'register', `again-${c.case.caseId}`), voices: [{ answered: { kind: 'rating', ref: '2', at: at(2) } }] });
      expect(await store().openVoices(authority, 10)).toEqual([]);
    });

    it('how steps went is added up by authority, division and channel; signs of playing with the clock are listed', async () => {
      const authority = office();
      for (const more of [
        {},
        { outcome: 'granted' as const, inTime: true, supplements: 0, pauses: 0, latePause: false, days: null },
        { outcome: 'other' as const },
        { endedAt: null, days: null, inTime: null, outcome: null, latePause: false, supplements: 1 },
      ]) {
        const c = await submit(submission());
        await store().append({ ...grant(c, 'register'), stories: [story(authority, more)] });
      }
      const mine = (await store().tallies(at(0))).filter((t) => t.authority === authority);
      expect(mine).toEqual([
        { authority, division: '430212', channel: 'helper', n: 2, dayed: 1, days: 3, inTime: 1, refused: 1, supplemented: 1, paused: 1, latePauses: 1, secondSupplements: 1, lateReturns: 0 },
      ]);
      expect((await store().tallies(at(6))).filter((t) => t.authority === authority)).toEqual([]);
      expect(await store().flagged(authority, 10)).toHaveLength(2);
    });

    it('where the open steps of an authority stand, and who holds them', async () => {
      const authority = office();
      const c = await submit(
        submission({
          steps: [
            { step: 'a', authority, due: at(1) },
            { step: 'b', authority, due: at(20), promised: at(15) },
            { step: 'h', authority, due: at(20), promised: at(5) },
            { step: 'c', authority, status: 'paused', promised: at(5) },
            { step: 'd', authority, status: 'supplement-requested' },
            { step: 'e', authority, status: 'waiting' },
            { step: 'f', authority, due: at(2) },
            { step: 'g', authority, status: 'delivered' },
          ],
        }),
      );
      await store().append({ ...grant(c, 'g'), stories: [story(authority, { step: 'f', endedAt: null, outcome: null, escalations: 1 })] });
      expect((await store().standing(at(10))).find((s) => s.authority === authority)).toEqual({ authority, inTime: 1, promiseOver: 1, overdue: 1, escalated: 1, paused: 1, applicant: 1, waiting: 1 });
      await store().claim(c.case.caseId, 'a', 'o-1');
      const held = await store().holdings(authority, at(10), at(30), 100);
      expect(held.map((h) => [h.holder, h.n, h.promiseOver, h.overdue, h.soon])).toEqual([
        [null, 5, 1, 1, 2],
        ['o-1', 1, 0, 1, 0],
      ]);
      expect(await store().holdings(authority, at(10), at(30), 1)).toHaveLength(1);
    });
  });
}
