/** Who looked at whose data, and what people say is wrong in a register (个人信息保护法 §§44–46). Inserts into access; inserts into or answers in correction (1). */
import type { Access, Correction, Store } from '../../../app/ports/store';
import { json } from '../storable';
import type { Sql } from '../sql';

const record = /* sql */ `
insert into access (at, who, capacity, register, subject, purpose, case_number, result)
select at, who, capacity, register, subject, purpose, "caseNumber", result
from json_to_recordset($1::json) as a(at timestamptz, who text, capacity text, register text, subject text, purpose text, "caseNumber" text, result text)`;
const shown = /* sql */ `
select at, who, capacity, register, subject, purpose, case_number as "caseNumber", result from access where subject = $1 order by access.at desc, id desc limit $2`;
const request = /* sql */ `
insert into correction (id, at, register, concept, case_number, draft, requested_by, state) values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict (id) do update set state = excluded.state`;
const columns = /* sql */ `id, at, register, concept, case_number as "caseNumber", draft, requested_by as "requestedBy", state`;
const all = /* sql */ `select ${columns} from correction order by at desc, id desc limit $1`;
const ofRegister = /* sql */ `select ${columns} from correction where register = $1 order by at desc, id desc limit $2`;

export const accesses = (sql: Sql): Pick<Store, 'recordAccess' | 'accesses' | 'requestCorrection' | 'corrections'> => ({
  recordAccess: async (access) => void (access.length > 0 && (await sql.rows({ name: 'record-access', text: record, values: [json(access)] }))),
  accesses: (subject, limit) => sql.rows<Access>({ name: 'accesses', text: shown, values: [subject, limit], again: true }),
  requestCorrection: async (c) =>
    void (await sql.rows({
      name: 'request-correction',
      text: request,
      values: [c.id, c.at, c.register, c.concept, c.caseNumber, c.draft, c.requestedBy, c.state],
      again: true,
    })),
  corrections: (register, limit) =>
    register === null
      ? sql.rows<Correction>({ name: 'corrections', text: all, values: [limit], again: true })
      : sql.rows<Correction>({ name: 'corrections-of', text: ofRegister, values: [register, limit], again: true }),
});
