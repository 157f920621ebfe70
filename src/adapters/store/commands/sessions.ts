/** Who is signed in, by the hash of the token. Touches session (1; saving also drops up to 20 that ended a month ago). */
import type { Session, Store } from '../../../app/ports/store';
import { json } from '../storable';
import { gather, reading } from '../gather';
import type { Sql } from '../sql';

const save = /* sql */ `
with old as (
  delete from session where token_hash in (select token_hash from session where expires_at < now() - interval '30 days' and token_hash <> $1 limit 20 for update skip locked)
)
insert into session (token_hash, principal, expires_at) values ($1, $2, $3)
on conflict (token_hash) do update set principal = excluded.principal, expires_at = excluded.expires_at`;
const live = /* sql */ `select token_hash as "tokenHash", principal, expires_at as "expiresAt" from session where token_hash = any($1)`;
const end = /* sql */ `delete from session where token_hash = $1`;

export function sessions(sql: Sql): Pick<Store, 'saveSession' | 'session' | 'endSession'> {
  const held = gather<string, Session | undefined>(async (tokens) => {
    const found = await sql.rows<Session>({ name: 'session', text: live, values: [tokens], again: true });
    return tokens.map((t) => found.find((s) => s.tokenHash === t));
  }, reading);
  return {
    saveSession: async ({ tokenHash, principal, expiresAt }) => void (await sql.rows({ name: 'save-session', text: save, values: [tokenHash, json(principal), expiresAt], again: true })),
    session: async (tokenHash, at) => {
      const found = await held(tokenHash);
      return found && Date.parse(found.expiresAt) > Date.parse(at) ? found : null;
    },
    endSession: async (tokenHash) => void (await sql.rows({ name: 'end-session', text: end, values: [tokenHash], again: true })),
  };
}
