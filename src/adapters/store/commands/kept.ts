/** The answer to a command that found nothing to do: it was carried out before, or its key was used for something else. Reads idem. */
import type { Command, Done } from '../../../app/ports/store';
import type { Sql } from '../sql';

type Kept = { fingerprint: string; response: unknown };

const text = /* sql */ `select fingerprint, response from idem where actor = $1 and key = $2`;

export async function kept(sql: Sql, actor: string, key: string): Promise<Kept | null> {
  const [row] = await sql.rows<Kept>({ name: 'kept', text, values: [actor, key], again: true });
  return row ?? null;
}

/** Null: the key is free. */
export async function before(sql: Sql, { actor, key, fingerprint }: Command): Promise<Done | null> {
  const found = await kept(sql, actor, key);
  if (!found) return null;
  return found.fingerprint === fingerprint ? { kind: 'repeated', response: found.response } : { kind: 'key-reused' };
}
