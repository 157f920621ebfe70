/** What residents are told: once each, with a job for each way out, seen when seen; and how they want to be told. */
import { describe, expect, it } from 'vitest';
import type { Message, ToldChoice } from '../../../app/ports/messages';
import { nextId } from '../testing/sample';
import { type Ground, at, doors } from './ground';

export function messages(ground: () => Ground): void {
  const { store } = doors(ground);
  const message = (recipient: string, n = 1): Message => ({
    key: `${recipient} ${n}`,
    recipient,
    kind: 'received',
    caseNumber: `c-${recipient}`,
    says: { what: { zh: '营业执照', en: 'Business licence' }, day: '2026-03-02' },
    at: at(n),
  });

  describe('messages', () => {
    it('are told once, with one job for each way out', async () => {
      const who = `p-${nextId()}`;
      const m = message(who);
      expect(await store().tell([{ ...m, ways: ['sms', 'email'] }], at(5))).toBe(1);
      expect(await store().tell([{ ...m, ways: ['sms'] }], at(5))).toBe(0);
      expect(await store().tell([], at(5))).toBe(0);
      const jobs = (await store().takeJobs(['send'], at(5), 60, 1000)).filter((j) => (j.body as { key: string }).key === m.key);
      expect(jobs.map((j) => [j.key, j.body])).toEqual(['sms', 'email'].map((channel) => [`${channel} ${m.key}`, { key: m.key, channel }]));
      const at1 = new Date(at(1)).toISOString();
      expect(await store().message(m.key)).toEqual({ ...m, id: expect.any(String), readAt: null, sendings: ['sms', 'email'].map((channel) => ({ channel, state: 'waiting', at: at1 })) });
      expect(await store().message('none')).toBeNull();
    });

    it('know what went out, and what went out stays so', async () => {
      const who = `p-${nextId()}`;
      await store().tell([{ ...message(who), ways: ['sms'] }], at(5));
      await store().sending(`${who} 1`, 'sms', 'failed', at(6));
      await store().sending(`${who} 1`, 'sms', 'sent', at(7));
      await store().sending(`${who} 1`, 'sms', 'waiting', at(8));
      expect((await store().message(`${who} 1`))!.sendings).toEqual([{ channel: 'sms', state: 'sent', at: new Date(at(7)).toISOString() }]);
      expect([await store().sentSince(who, 'sms', at(7)), await store().sentSince(who, 'sms', at(8)), await store().sentSince(who, 'email', at(0))]).toEqual([1, 0, 0]);
    });

    it('are read newest first, page by page, and counted until they are seen', async () => {
      const who = `p-${nextId()}`;
      await store().tell(
        [1, 2, 3].map((n) => ({ ...message(who, n), ways: [] })),
        at(0),
      );
      const first = await store().messagesOf(who, { limit: 2 });
      expect(first.map((m) => m.key)).toEqual([`${who} 3`, `${who} 2`]);
      expect((await store().messagesOf(who, { before: first[1]!.id, limit: 2 })).map((m) => m.key)).toEqual([`${who} 1`]);
      expect(await store().unread(who)).toBe(3);
      await store().markRead(who, first[1]!.id, at(9));
      expect(await store().unread(who)).toBe(1);
      expect((await store().messagesAbout(`c-${who}`, who, 9)).map((m) => m.readAt)).toEqual([null, at(9), at(9)]);
      expect(await store().messagesAbout(`c-${who}`, 'somebody-else', 9)).toEqual([]);
    });

    it('asked for by many at once, are each one’s own', async () => {
      const people = [nextId(), nextId(), nextId()].map((id) => `p-${id}`);
      for (const [i, who] of people.entries())
        await store().tell(
          Array.from({ length: i + 1 }, (_, n) => ({ ...message(who, n), ways: [] })),
          at(0),
        );
      const asked = [...people, ...people, 'nobody'];
      expect(await Promise.all(asked.map((who) => store().unread(who)))).toEqual([1, 2, 3, 1, 2, 3, 0]);
      const about = await Promise.all(asked.map((who, i) => store().messagesAbout(`c-${who}`, who, i === 2 ? 2 : 9)));
      expect(about.map((found) => found.map((m) => m.key))).toEqual(
        [0, 1, 2, 0, 1, 2]
          .map((i, turn) =>
            [2, 1, 0]
              .filter((n) => n <= i)
              .slice(0, turn === 2 ? 2 : 9)
              .map((n) => `${people[i]} ${n}`),
          )
          .concat([[]]),
      );
    });

    it('go the ways a person chose', async () => {
      const person = `p-${nextId()}`;
      const choice: ToldChoice = { person, language: 'en', sms: true, email: false, phone: null, address: null, asked: null };
      expect(await store().toldChoice(person)).toBeNull();
      await store().saveToldChoice(choice);
      expect(await store().toldChoice(person)).toEqual(choice);
      const asked = { address: 'a@example.org', codeHash: 'h', until: at(9), tries: 1 };
      await store().saveToldChoice({ ...choice, language: 'zh', sms: false, email: true, phone: '1', address: 'b@example.org', asked });
      expect(await store().toldChoice(person)).toEqual({ person, language: 'zh', sms: false, email: true, phone: '1', address: 'b@example.org', asked });
    });
  });
}
