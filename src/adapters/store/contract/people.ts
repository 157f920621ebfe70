/** Drafts, sessions, and what people may see and say about their data. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../app/ports/store';
import { nextId } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function people(ground: () => Ground): void {
  const { store } = doors(ground);

  describe('drafts', () => {
    it('are saved over the version that was read, and by one window', async () => {
      const id = `d-${nextId()}`;
      const draft: Omit<Draft, 'version' | 'updatedAt'> = { id, owner: null, body: { z: 1, a: [null, 0.1] } };
      expect(await store().saveDraft(draft, 0, at(0))).toEqual({ kind: 'saved', version: 1 });
      expect(await store().saveDraft(draft, 0, at(0))).toEqual({ kind: 'stale' });
      expect(await store().saveDraft({ ...draft, owner: `${id}-p` }, 1, at(1))).toEqual({ kind: 'saved', version: 2 });
      expect(await store().saveDraft({ ...draft, body: 'late' }, 1, at(2))).toEqual({ kind: 'stale' });
      const saved = { ...draft, owner: `${id}-p`, version: 2, updatedAt: at(1) };
      expect(await store().draft(id)).toEqual(saved);
      expect(await store().draftsOf(`${id}-p`)).toEqual([saved]);
      await store().deleteDraft(id);
      expect(await store().draft(id)).toBeNull();
      expect(await store().saveDraft(draft, 2, at(3))).toEqual({ kind: 'stale' });
    });
  });

  describe('sessions', () => {
    it('end by time and by hand', async () => {
      const tokenHash = `t-${nextId()}`;
      const session = { tokenHash, principal: { id: 'p-1' }, expiresAt: at(30) };
      await store().saveSession(session);
      expect(await store().session(tokenHash, at(29))).toEqual(session);
      expect(await store().session(tokenHash, at(30))).toBeNull();
      await store().saveSession({ ...session, expiresAt: at(59) });
      expect(await store().session(tokenHash, at(30))).toEqual({ ...session, expiresAt: at(59) });
      await store().endSession(tokenHash);
      expect(await store().session(tokenHash, at(0))).toBeNull();
    });
  });

  it('holders of sessions who ask at once are not taken for each other', async () => {
    const later = (minute: number) => at(minute).replace('2026', '2126');
    const all = [1, 2].map((n) => ({ tokenHash: `t-${nextId()}`, principal: { id: `p-${n}` }, expiresAt: later(10 * n) }));
    for (const session of all) await store().saveSession(session);
    const [first, second] = all.map((s) => s.tokenHash) as [string, string];
    expect(await Promise.all([store().session(first, later(9)), store().session(second, later(9)), store().session('none', later(9)), store().session(first, later(15))])).toEqual([
      all[0],
      all[1],
      null,
      null,
    ]);
  });

  it('shows a person who looked at her data, newest first', async () => {
    const subject = `p-${nextId()}`;
    const access = { who: 'o-1', capacity: 'officer', register: null, subject, purpose: '受理', caseNumber: null, result: 'shown' };
    await store().recordAccess([
      { ...access, at: at(1) },
      { ...access, at: at(3), register: 'population' },
      { ...access, at: at(2), subject: 'somebody-else' },
    ]);
    await store().recordAccess([]);
    await store().recordAccess([{ ...access, at: at(4) }]);
    expect((await store().accesses(subject, 2)).map((a) => a.at)).toEqual([at(4), at(3)]);
    expect((await store().accesses(subject, 10))[1]).toEqual({ ...access, at: at(3), register: 'population' });
  });

  it('keeps what people say is wrong in a register until it is answered', async () => {
    const register = `r-${nextId()}`;
    const correction = { id: `c-${register}`, at: at(1), register, concept: 'person.name', caseNumber: null, draft: 'd', requestedBy: 'p-1', state: 'open' as const };
    await store().requestCorrection(correction);
    await store().requestCorrection({ ...correction, id: `${correction.id}-2`, at: at(2) });
    await store().requestCorrection({ ...correction, state: 'answered' });
    expect(await store().corrections(register, 10)).toEqual([
      { ...correction, id: `${correction.id}-2`, at: at(2) },
      { ...correction, state: 'answered' },
    ]);
    expect((await store().corrections(null, 1000)).filter((c) => c.register === register)).toHaveLength(2);
  });
}
