/** Files that may not be opened: held until they are scanned, or found harmful. Inserts into, updates and deletes from file_check (1 each). */
import type { FileCheck, Store } from '../../../app/ports/store';
import type { Sql } from '../sql';

const hold = /* sql */ `insert into file_check (sha256, state, at) values ($1, 'held', $2) on conflict (sha256) do nothing`;
const clear = /* sql */ `delete from file_check where sha256 = $1 and state = 'held'`;
const harmful = /* sql */ `
insert into file_check (sha256, state, finding, at) values ($1, 'harmful', $2, $3)
on conflict (sha256) do update set state = excluded.state, finding = excluded.finding, at = excluded.at`;
const checks = /* sql */ `select sha256, state from file_check where sha256 = any($1::text[])`;

export const fileChecks = (sql: Sql): Pick<Store, 'holdFile' | 'clearFile' | 'markHarmful' | 'fileChecks'> => ({
  holdFile: async (sha256, at) => void (await sql.rows({ name: 'hold-file', text: hold, values: [sha256, at], again: true })),
  clearFile: async (sha256) => void (await sql.rows({ name: 'clear-file', text: clear, values: [sha256], again: true })),
  markHarmful: async (sha256, finding, at) => void (await sql.rows({ name: 'mark-harmful', text: harmful, values: [sha256, finding, at], again: true })),
  fileChecks: (all) => sql.rows<{ sha256: string; state: FileCheck }>({ name: 'file-checks', text: checks, values: [all], again: true }),
});
