/**
 * Tables kept beside the record, all of whose rows follow from the events of their case: what residents said, how steps went, payments to look after, places of
 * times that are taken. For making them anew (rebuild.ts) and for comparing them with the record (verify-log.ts). Touches voice, story, payment and booking.
 */
import type { BookingRow, PaymentRow } from '../../app/ports/checkout-store';
import type { StoryRow, VoiceRow } from '../../app/ports/desk-store';

/** Rows of one case. A table left out is neither made anew nor compared: stories take a calendar. */
export type Beside = { voices?: VoiceRow[]; stories?: StoryRow[]; payments?: PaymentRow[]; bookings?: BookingRow[] };
export type Kind = keyof Beside;

type Table = { table: string; key: readonly string[]; columns: { readonly [column: string]: string } };

const tables: { readonly [K in Kind]-?: Table } = {
  voices: {
    table: 'voice',
    key: ['kind', 'ref'],
    columns: { kind: 'text', ref: 'text', step: 'text', authority: 'text', division: 'text', at: 'timestamptz', due: 'timestamptz', grade: 'int', answered: 'timestamptz' },
  },
  stories: {
    table: 'story',
    key: ['step'],
    columns: {
      ...{ step: 'text', service: 'text', authority: 'text', division: 'text', channel: 'text', ended_at: 'timestamptz', outcome: 'text', days: 'int', in_time: 'boolean' },
      ...{ supplements: 'int', pauses: 'int', escalations: 'int', late_pause: 'boolean', late_return: 'boolean' },
    },
  },
  payments: { table: 'payment', key: ['id'], columns: { id: 'text', state: 'text', at: 'timestamptz' } },
  bookings: {
    table: 'booking',
    key: ['slot'],
    columns: { slot: 'text', resource: 'text', at: 'timestamptz', until: 'timestamptz', seat: 'int', capacity: 'int', person: 'text', steps: 'text[]', hall: 'text' },
  },
};
export const kinds = Object.keys(tables) as Kind[];

const namesOf = (kind: Kind) => Object.keys(tables[kind].columns);
const fieldOf = (column: string) => column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
const fields = Object.fromEntries(kinds.map((kind) => [kind, namesOf(kind).map((c) => [c, fieldOf(c)] as const)])) as { [K in Kind]: (readonly [column: string, field: string])[] };

/** The rows as the database has them, by column. */
export const asColumns = (kind: Kind, caseId: string, rows: readonly object[]): object[] =>
  rows.map((row) => {
    const all: { [column: string]: unknown } = { case_id: caseId };
    for (const [column, field] of fields[kind]) all[column] = (row as { [field: string]: unknown })[field] ?? null;
    return all;
  });

/** `due` that never comes is infinity there. */
const listOf = (kind: Kind, prefix = '') => namesOf(kind).map((c) => (c === 'due' && prefix === 'said.' ? "coalesce(said.due, 'infinity')" : prefix + c));
const said = (kind: Kind) =>
  `said as (select * from json_to_recordset($1::json) as x(case_id bigint, ${Object.entries(tables[kind].columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')}))`;
const exactly = (kind: Kind) => `said.case_id = t.case_id and (${listOf(kind, 'said.').join(', ')}) is not distinct from (${listOf(kind, 't.').join(', ')})`;

/** Takes away the rows of the cases `$2` that are not exactly one of those said, `$1`. */
export const wrongText = (kind: Kind): string => /* sql */ `
with ${said(kind)}
delete from ${tables[kind].table} t where t.case_id = any($2::bigint[]) and not exists (select from said where ${exactly(kind)}) returning case_id::text as "caseId"`;

/** Puts in those of `$1` that are not there. `done` is false for one that cannot go in yet, because a wrong row of another case is in its place. */
export const missingText = (kind: Kind): string => {
  const { table, key } = tables[kind];
  const columns = ['case_id', ...namesOf(kind)].join(', ');
  const same = (a: string, b: string) => ['case_id', ...key].map((k) => `${a}.${k} = ${b}.${k}`).join(' and ');
  return /* sql */ `
with ${said(kind)},
missing as (select said.* from said where not exists (select from ${table} t where ${exactly(kind)})),
put as (insert into ${table} (${columns}) select case_id, ${listOf(kind, 'said.').join(', ')} from missing said on conflict do nothing returning case_id, ${key.join(', ')})
select m.case_id::text as "caseId", ${key.map((k) => `m.${k}`).join(` || ' ' || `)} as key, exists (select from put where ${same('put', 'm')}) as done from missing m`;
};
export const keyOf = (kind: Kind, row: object): string => tables[kind].key.map((k) => (row as { [column: string]: unknown })[k]).join(' ');

/** All of a table between two cases, in the order of cases. */
export const betweenText = (kind: Kind): string => /* sql */ `select case_id as "caseId", ${namesOf(kind).join(', ')} from ${tables[kind].table} where case_id > $1 and case_id <= $2 order by case_id`;

/** Rows in a form in which equal ones are equal, whatever their order and however their instants are written. */
export function comparable(kind: Kind, rows: readonly object[]): string {
  const columns = Object.entries(tables[kind].columns);
  const plain = (row: { [column: string]: unknown }) => columns.map(([name, type]) => (type === 'timestamptz' && row[name] ? Date.parse(row[name] as string) : (row[name] ?? null)));
  return rows.length === 0
    ? ''
    : rows
        .map((row) => JSON.stringify(plain(row as { [column: string]: unknown })))
        .sort()
        .join();
}
