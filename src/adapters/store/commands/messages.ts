/** Messages to residents. Telling inserts message, message_sending and job in one statement; sending updates message_sending (1); choices are told_choice (1). */
import type { Messages, ToldChoice, ToldMessage } from '../../../app/ports/messages';
import { gather, reading } from '../gather';
import type { Sql } from '../sql';
import { json } from '../storable';

const tell = /* sql */ `
with new as (select * from json_to_recordset($1::json) as m(key text, recipient text, kind text, "caseNumber" text, says json, at timestamptz, ways json)),
told as (
  insert into message (key, recipient, kind, case_number, says, at) select key, recipient, kind, "caseNumber", says, at from new
  on conflict (key) do nothing returning id, key, at
), ways as (select told.id, told.key, told.at, w.channel from told join new using (key) cross join lateral json_array_elements_text(new.ways) as w(channel)),
sendings as (insert into message_sending (message, channel, state, at) select id, channel, 'waiting', at from ways),
jobs as (
  insert into job (kind, key, body, free_at) select 'send', channel || ' ' || key, json_build_object('key', key, 'channel', channel), $2 from ways
  on conflict (kind, key) do nothing
)
select id from told`;
const columns = /* sql */ `m.id, m.key, recipient, kind, case_number as "caseNumber", says, m.at, read_at as "readAt",
  coalesce((select json_agg(json_build_object('channel', channel, 'state', state, 'at', s.at) order by channel desc) from message_sending s where s.message = m.id), '[]') as sendings`;
const one = /* sql */ `select ${columns} from message m where m.key = $1`;
const of = /* sql */ `select ${columns} from message m where recipient = $1 and m.id < $2 order by m.id desc limit $3`;
/** Of several cases at once; `ask` is which of them was asked for. */
const about = /* sql */ `
select a.ask::int, m.* from unnest($1::text[], $2::text[], $3::int[]) with ordinality as a(number, reader, most, ask)
cross join lateral (select ${columns} from message m where case_number = a.number and recipient = a.reader order by m.id desc limit a.most) m
order by a.ask, m.id desc`;
const sending = /* sql */ `
update message_sending s set state = $3, at = $4 from message m where m.key = $1 and s.message = m.id and s.channel = $2 and s.state <> 'sent'`;
const unread = /* sql */ `
select p as recipient, (select count(*)::int from (select from message where recipient = p and read_at is null limit 100) u) as n from unnest($1::text[]) as p`;
const read = /* sql */ `update message set read_at = $3 where recipient = $1 and id <= $2 and read_at is null`;
const sentSince = /* sql */ `
select count(*)::int as n from message m join message_sending s on s.message = m.id where recipient = $1 and m.at >= $3::timestamptz - interval '7 days' and channel = $2 and state = 'sent' and s.at >= $3`;
const choice = /* sql */ `select person, language, sms, email, phone, address, asked from told_choice where person = $1`;
const saveChoice = /* sql */ `
insert into told_choice (person, language, sms, email, phone, address, asked)
select person, language, sms, email, phone, address, asked from json_to_record($1::json) as c(person text, language text, sms boolean, email boolean, phone text, address text, asked json)
on conflict (person) do update set language = excluded.language, sms = excluded.sms, email = excluded.email, phone = excluded.phone, address = excluded.address, asked = excluded.asked`;

/** JSON says instants as the database's session does; rows say them as all others. */
const inOneForm = (m: ToldMessage): ToldMessage => ({ ...m, sendings: m.sendings.map((s) => ({ ...s, at: new Date(s.at).toISOString() })) });

type Asked = { number: string; recipient: string; limit: number };

export function messages(sql: Sql): Messages {
  const aboutOf = gather<Asked, ToldMessage[]>(async (asked) => {
    const values = [asked.map((a) => a.number), asked.map((a) => a.recipient), asked.map((a) => `${a.limit}`)];
    const found = asked.map((): ToldMessage[] => []);
    for (const { ask, ...message } of await sql.rows<ToldMessage & { ask: number }>({ name: 'messages-about', text: about, values, again: true })) found[ask - 1]!.push(inOneForm(message));
    return found;
  }, reading);
  const unreadOf = gather<string, number>(async (recipients) => {
    const found = await sql.rows<{ recipient: string; n: number }>({ name: 'unread', text: unread, values: [[...new Set(recipients)]], again: true });
    return recipients.map((r) => found.find((f) => f.recipient === r)!.n);
  }, reading);
  return {
    tell: async (all, from) => (all.length === 0 ? 0 : (await sql.rows({ name: 'tell', text: tell, values: [json(all), from], again: true })).length),
    message: async (key) => (await sql.rows<ToldMessage>({ name: 'message', text: one, values: [key], again: true })).map(inOneForm)[0] ?? null,
    sending: async (key, channel, state, at) => void (await sql.rows({ name: 'sending', text: sending, values: [key, channel, state, at], again: true })),
    messagesOf: async (recipient, { before = '9223372036854775807', limit }) =>
      (await sql.rows<ToldMessage>({ name: 'messages-of', text: of, values: [recipient, before, limit], again: true })).map(inOneForm),
    messagesAbout: (number, recipient, limit) => aboutOf({ number, recipient, limit }),
    unread: unreadOf,
    markRead: async (recipient, upTo, at) => void (await sql.rows({ name: 'mark-read', text: read, values: [recipient, upTo, at], again: true })),
    sentSince: async (recipient, channel, since) => (await sql.rows<{ n: number }>({ name: 'sent-since', text: sentSince, values: [recipient, channel, since], again: true }))[0]!.n,
    toldChoice: async (person) => (await sql.rows<ToldChoice>({ name: 'told-choice', text: choice, values: [person], again: true }))[0] ?? null,
    saveToldChoice: async (c) => void (await sql.rows({ name: 'save-told-choice', text: saveChoice, values: [json(c)], again: true })),
  };
}
