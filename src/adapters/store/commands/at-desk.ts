/** The desk beside the record: officers, substitutes, entries, texts. Inserts into and updates officer, substitution, desk_entry, desk_text (1 each); `handOn` updates step (1). */
import type { DeskEntry, DeskStore, DeskText, Officer, Substitution } from '../../../app/ports/desk-store';
import type { Sql } from '../sql';

const handOn = /* sql */ `update step set claimed_by = $4 where case_id = $1 and step = $2 and claimed_by is not distinct from $3::text returning step`;
const seen = /* sql */ `
insert into officer (id, name, authority, division, lead, seen_on) values ($1, $2, $3, $4, $5::text::boolean, $6)
on conflict (id) do update set name = excluded.name, authority = excluded.authority, division = excluded.division, lead = excluded.lead, seen_on = excluded.seen_on
where officer.seen_on < excluded.seen_on`;
const officers = /* sql */ `select id, name, authority, division, lead from officer where authority = $1 order by lead desc, name, id limit 500`;
const substitute = /* sql */ `
insert into substitution (id, authority, absent, substitute, first_day, last_day) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`;
const endSubstitution = /* sql */ `delete from substitution where id = $1 and absent = $2`;
const substitutions = /* sql */ `
select id, authority, absent, substitute, first_day::text as "firstDay", last_day::text as "lastDay"
from substitution where authority = $1 and last_day >= $2 order by first_day, id limit 200`;
const enter = /* sql */ `
insert into desk_entry (at, kind, who, who_name, authority, case_id, number, step, says) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const entryColumns = /* sql */ `at, kind, who, who_name as "whoName", authority, case_id as "caseId", number, step, says`;
const notes = /* sql */ `
select ${entryColumns} from (select * from desk_entry where case_id = $1 and step = $2 and kind <> 'did' order by id desc limit $3) e order by id`;
const entries = /* sql */ `select ${entryColumns} from desk_entry where who = $1 and desk_entry.at >= $2 and desk_entry.at < $3 order by desk_entry.at desc, id desc limit $4`;
const saveText = /* sql */ `
insert into desk_text (id, authority, use, title, says) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`;
const dropText = /* sql */ `delete from desk_text where id = $1 and authority = $2`;
const texts = /* sql */ `select id, authority, use, title, says from desk_text where authority = $1 order by use, title, id limit 200`;

type AtDesk = Pick<
  DeskStore,
  'handOn' | 'seenAtDesk' | 'officers' | 'nameSubstitute' | 'endSubstitution' | 'substitutions' | 'enterAtDesk' | 'notesAt' | 'entriesOf' | 'saveText' | 'dropText' | 'texts'
>;

export const atDesk = (sql: Sql): AtDesk => ({
  handOn: async (caseId, step, from, to) => (await sql.rows({ name: 'hand-on', text: handOn, values: [caseId, step, from, to] })).length > 0,
  seenAtDesk: async (o, day) => void (await sql.rows({ name: 'seen-at-desk', text: seen, values: [o.id, o.name, o.authority, o.division, `${o.lead}`, day], again: true })),
  officers: (authority) => sql.rows<Officer>({ name: 'officers', text: officers, values: [authority], again: true }),
  nameSubstitute: async (s) => void (await sql.rows({ name: 'name-substitute', text: substitute, values: [s.id, s.authority, s.absent, s.substitute, s.firstDay, s.lastDay], again: true })),
  endSubstitution: async (id, absent) => void (await sql.rows({ name: 'end-substitution', text: endSubstitution, values: [id, absent], again: true })),
  substitutions: (authority, day) => sql.rows<Substitution>({ name: 'substitutions', text: substitutions, values: [authority, day], again: true }),
  enterAtDesk: async (e) => void (await sql.rows({ name: 'enter-at-desk', text: enter, values: [e.at, e.kind, e.who, e.whoName, e.authority, e.caseId, e.number, e.step, e.says] })),
  notesAt: (caseId, step, limit) => sql.rows<DeskEntry>({ name: 'notes-at', text: notes, values: [caseId, step, limit], again: true }),
  entriesOf: (who, from, to, limit) => sql.rows<DeskEntry>({ name: 'entries-of', text: entries, values: [who, from, to, limit], again: true }),
  saveText: async (t) => void (await sql.rows({ name: 'save-text', text: saveText, values: [t.id, t.authority, t.use, t.title, t.says], again: true })),
  dropText: async (id, authority) => void (await sql.rows({ name: 'drop-text', text: dropText, values: [id, authority], again: true })),
  texts: (authority) => sql.rows<DeskText>({ name: 'texts', text: texts, values: [authority], again: true }),
});
