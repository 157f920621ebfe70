/** What every store must do, whatever is underneath. `store.test.ts` runs it on PGlite and on a PostgreSQL server. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, Draft, QueueItem, Store } from '../../app/ports/store';
import { canonical } from '../../core/case/canonical';
import { type Opened, Unstorable } from './index';
import { naughty } from './testing/naughty';
import { grant, nextId, submission } from './testing/sample';

export type Ground = {
  opened: Opened;
  /** A second door to the same data, where there can be one. */
  second?: Opened;
  /** As the owner of the tables. */
  owner(script: string): Promise<Record<string, unknown>[]>;
  /** As the application. */
  app(script: string): Promise<Record<string, unknown>[]>;
};

const at = (minute: number) => `2026-03-02T09:${String(minute).padStart(2, '0')}:00+08:00`;

export function storeContract(ground: () => Ground): void {
  const store = (): Store => ground().opened.store;
  const submit = async (command: Command) => {
    expect(await store().submit(command)).toEqual({ kind: 'done' });
    return command;
  };

  describe('submitting', () => {
    it('keeps the case, its steps and its events exactly', async () => {
      const c = await submit(submission());
      expect(await store().caseByNumber(c.case.number)).toEqual({ case: c.case, steps: c.steps });
      expect(await store().events(c.case.caseId)).toEqual(c.events);
      expect((await store().events(c.case.caseId)).map(canonical)).toEqual(c.events.map(canonical));
      expect(await store().caseByNumber('430212-none')).toBeNull();
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

    it('shows what is overdue', async () => {
      const c = await submit(
        submission({
          steps: [
            { step: 'a', due: '2020-01-01T10:00:00+08:00' },
            { step: 'b', due: '2020-01-01T10:00:01+08:00' },
            { step: 'c', due: null },
          ],
        }),
      );
      const at = async (instant: string) => (await store().overdue(instant, 10)).filter((s) => s.caseId === c.case.caseId).map((s) => s.step);
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

  describe('messages', () => {
    const takeAll = async (at: string) => {
      const taken = [];
      for (let more = await store().takeNotices(at, 60, 50); more.length > 0; more = await store().takeNotices(at, 60, 50)) taken.push(...more);
      return taken;
    };
    it('are taken once, come back when the lease runs out, and go when told', async () => {
      await store().told((await takeAll('2030-01-01T00:00:00+08:00')).map((n) => n.id));
      const a = await submit(submission());
      const b = await submit(submission());
      const taken = await store().takeNotices('2031-01-01T00:00:00+08:00', 60, 1);
      expect(taken).toEqual([{ ...a.notices[0], id: expect.any(String) }]);
      expect((await takeAll('2031-01-01T00:00:30+08:00')).map((n) => n.key)).toEqual([b.notices[0]!.key]);
      expect((await takeAll('2031-01-01T00:01:00+08:00')).map((n) => n.key)).toEqual([a.notices[0]!.key]);
      await store().told(taken.map((n) => n.id));
      expect((await takeAll('2032-01-01T00:00:00+08:00')).map((n) => n.key)).toEqual([b.notices[0]!.key]);
    });
    it('are taken by one of two that ask at once', async () => {
      for (let i = 0; i < 20; i++) await submit(submission());
      const doors = [ground().opened, ground().second ?? ground().opened];
      const both = await Promise.all(doors.map((d) => d.store.takeNotices('2040-01-01T00:00:00+08:00', 600, 15)));
      const ids = both.flat().map((n) => n.id);
      expect(new Set(ids).size).toBe(ids.length);
    });
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

  describe('the record', () => {
    it.each(["update event set body = 'x'", 'delete from event', 'truncate event', 'truncate event_default', "update event_default set type = 'x'"])(
      'is not changed even by its owner: %s',
      async (script) => {
        await submit(submission());
        await expect(ground().owner(script)).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('only ever appended') });
      },
    );
    it.each([
      'update event set n = n',
      'delete from event',
      'truncate event',
      'drop table event',
      'alter table event disable trigger all',
      'delete from kase',
      'delete from access',
      'delete from yijian_migration',
      'set session_replication_role = replica',
    ])('cannot be touched by the application: %s', async (script) => {
      await expect(ground().app(script)).rejects.toMatchObject({ code: '42501' });
    });
  });

  describe('the audit', () => {
    const tamper = async (script: string, back: string, audit = () => ground().opened.verifyLog({ page: 7 })) => {
      const silently = (s: string) => ground().owner(`begin; set local session_replication_role = replica; ${s}; commit`);
      await silently(script);
      const { broken } = await audit();
      await silently(back);
      return broken;
    };

    it('finds nothing wrong in what was written', async () => {
      const { cases, events, broken, rate } = await ground().opened.verifyLog({ page: 7 });
      expect({ broken, cases: cases > 50, events: events > 100, rate: rate > 0 }).toEqual({ broken: [], cases: true, events: true, rate: true });
    });

    it('finds any single changed byte, missing event and moved head', async () => {
      const c = await submit(submission());
      await store().append(grant(c, 'register'));
      const { caseId, number } = c.case;
      const at = (n: number) => `where case_id = ${caseId} and n = ${n}`;
      const body = (await store().events(caseId))[1]!;
      const [{ body: text }] = (await ground().owner(`select body from event ${at(2)}`)) as [{ body: string }];
      const places = [0, 1, 10, 40, Math.floor(text.length / 2), text.length - 2, text.length - 1];
      for (const place of places) {
        const changed = text.slice(0, place) + (text[place] === 'x' ? 'y' : 'x') + text.slice(place + 1);
        expect(await tamper(`update event set body = '${changed}' ${at(2)}`, `update event set body = '${text}' ${at(2)}`)).toEqual([{ number, n: 2, problem: 'hash' }]);
      }
      const cases: [string, string, object][] = [
        [`update event set h = set_byte(h, 31, get_byte(h, 31) # 1) ${at(1)}`, `update event set h = set_byte(h, 31, get_byte(h, 31) # 1) ${at(1)}`, { n: 1, problem: 'hash' }],
        [`update event set prev = set_byte(prev, 0, get_byte(prev, 0) # 1) ${at(2)}`, `update event set prev = set_byte(prev, 0, get_byte(prev, 0) # 1) ${at(2)}`, { n: 2, problem: 'link' }],
        [`update event set type = 'Received' ${at(2)}`, `update event set type = 'received' ${at(2)}`, { n: 2, problem: 'text' }],
        [`update event set at = at + interval '1 ms' ${at(2)}`, `update event set at = at - interval '1 ms' ${at(2)}`, { n: 2, problem: 'text' }],
        [`update event set alg = 'sha255' ${at(2)}`, `update event set alg = 'sha256' ${at(2)}`, { n: 2, problem: 'hash' }],
        [`update event set n = 9 ${at(2)}`, `update event set n = 2 ${at(9)}`, { n: 2, problem: 'gap' }],
        [`update event set n = 9 ${at(4)}`, `update event set n = 4 ${at(9)}`, { n: 4, problem: 'gap' }],
        [`update kase set version = version + 1 where id = ${caseId}`, `update kase set version = version - 1 where id = ${caseId}`, { n: 4, problem: 'head' }],
        [
          `update kase set head = set_byte(head, 5, get_byte(head, 5) # 128) where id = ${caseId}`,
          `update kase set head = set_byte(head, 5, get_byte(head, 5) # 128) where id = ${caseId}`,
          { n: 4, problem: 'head' },
        ],
      ];
      for (const [script, back, problem] of cases) expect(await tamper(script, back), script).toEqual([{ number, ...problem }]);

      const last = `${at(4)}`;
      await ground().owner(`create table if not exists kept_aside as select * from event ${last}`);
      expect(await tamper(`delete from event ${last}`, 'insert into event select * from kept_aside')).toEqual([{ number, n: 3, problem: 'head' }]);
      await ground().owner('drop table kept_aside');
      expect(await tamper(`update kase set id = 5 where id = ${caseId}`, `update kase set id = ${caseId} where id = 5`)).toEqual([
        { number, n: 0, problem: 'no-events' },
        { number: caseId, n: 0, problem: 'no-case' },
      ]);
      expect(body.n).toBe(2);
      expect((await ground().opened.verifyLog()).broken).toEqual([]);
    });

    it('finds an event rewritten with its hash, and one whose text another program would read otherwise', async () => {
      const c = await submit(submission());
      const { caseId, number } = c.case;
      const where = `where case_id = ${caseId} and n = 1`;
      const [{ body }] = (await ground().owner(`select body from event ${where}`)) as [{ body: string }];
      const rewritten = (text: string) => `update event set body = '${text}', h = sha256('${text}'::bytea) ${where}`;
      expect(await tamper(rewritten(body.replace('p-1', 'p-9')), rewritten(body))).toEqual([{ number, n: 2, problem: 'link' }]);
      expect(await tamper(rewritten(body.replace('{', '{"n":7,')), rewritten(body))).toEqual([{ number, n: 1, problem: 'text' }]);
    });

    it('compares the rows with what the events say, when told how', async () => {
      const c = await submit(submission());
      const { caseId, number } = c.case;
      const rows = (events: { caseId: string }[]) => (events[0]!.caseId === caseId ? { case: { ...c.case, submittedAt: '2026-03-02T01:00:00Z' }, steps: c.steps } : ({} as never));
      const audit = async () => {
        const { broken, ...rest } = await ground().opened.verifyLog({ rows, page: 7 });
        return { ...rest, broken: broken.filter((b) => b.number === number) };
      };
      await store().claim(caseId, 'register', 'o-1');
      expect((await audit()).broken).toEqual([]);
      const change = (table: string, column: string, key: string) =>
        tamper(
          `update ${table} set ${column} = 'x' where ${key} = ${caseId}`,
          `update ${table} set ${column} = '${column === 'applicant_name' ? c.case.applicantName : 'received'}' where ${key} = ${caseId}`,
          audit,
        );
      expect(await change('kase', 'applicant_name', 'id')).toEqual([{ number, n: c.events.length, problem: 'rows' }]);
      expect(await change('step', 'status', 'case_id')).toEqual([{ number, n: c.events.length, problem: 'rows' }]);
    });
  });
}
