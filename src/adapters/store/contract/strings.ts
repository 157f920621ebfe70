/** Text comes back as it went in, or is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../../core/case/canonical';
import { Unstorable } from '../storable';
import { naughty } from '../testing/naughty';
import { submission } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function strings(ground: () => Ground): void {
  const { store, submit } = doors(ground);

  describe('strings', () => {
    it('come back byte for byte, in events, rows, drafts and messages', async () => {
      const answers = Object.fromEntries(naughty.map((s, i) => [`c${i}`, s]));
      const base = submission({ answers });
      const c = await submit({ ...base, notices: [{ topic: 'naughty', key: base.key, body: naughty }], response: naughty });
      expect((await store().events(c.case.caseId)).map(canonical)).toEqual(c.events.map(canonical));
      expect((await store().repeated(c.actor, c.key))?.response).toEqual(naughty);
      for (const name of naughty.slice(0, 12)) {
        const named = submission();
        await submit({ ...named, case: { ...named.case, applicantName: name } });
        expect((await store().caseByNumber(named.case.number))!.case.applicantName).toBe(name);
      }
      await store().saveDraft({ id: base.key, owner: null, body: naughty }, 0, at(0));
      expect((await store().draft(base.key))?.body).toEqual(naughty);
    });

    it('of any kind come back byte for byte', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(
            fc.string({ unit: 'binary' }).filter((s) => !s.includes('\0')),
            { maxLength: 20 },
          ),
          async (strings) => {
            const c = await submit(submission({ answers: Object.fromEntries(strings.map((s, i) => [`c${i}`, s])) }));
            expect((await store().events(c.case.caseId)).map(canonical)).toEqual(c.events.map(canonical));
          },
        ),
        { numRuns: 25 },
      );
    });

    it.each(['a\0b', '\ud800', 'x\udfff'])('that PostgreSQL cannot hold are refused everywhere, not changed (%j)', async (bad) => {
      const c = submission();
      await expect(async () => store().submit({ ...c, case: { ...c.case, applicantName: bad } })).rejects.toThrow(Unstorable);
      await expect(async () => store().submit({ ...c, response: { [bad]: 1 } })).rejects.toThrow(Unstorable);
      await expect(async () => store().saveDraft({ id: 'x', owner: bad, body: null }, 0, at(0))).rejects.toThrow(Unstorable);
      await expect(async () => store().saveDraft({ id: 'x', owner: null, body: [bad] }, 0, at(0))).rejects.toThrow(Unstorable);
      await expect(async () => store().queue('lukou-market', { statuses: [bad], limit: 1 })).rejects.toThrow(Unstorable);
      if (bad.includes('\0')) await expect(async () => store().submit(submission({ answers: { x: bad } }))).rejects.toThrow(Unstorable);
    });
  });
}
