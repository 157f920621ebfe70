/** The record cannot be changed unseen. */
import { describe, expect, it } from 'vitest';
import { grant, submission } from '../testing/sample';
import { type Ground, doors } from './ground';

export function record(ground: () => Ground): void {
  const { store, submit } = doors(ground);

  describe('the record', () => {
    it.each([
      "update event set body = 'x'",
      'delete from event',
      'truncate event',
      'truncate event_default',
      "update event_default set type = 'x'",
    ])('is not changed even by its owner: %s', async (script) => {
      await submit(submission());
      await expect(ground().owner(script)).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('only ever appended') });
    });
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
