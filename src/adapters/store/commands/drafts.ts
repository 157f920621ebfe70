/** Drafts: work in progress of one person, replaced whole, refused when another window saved first. Touches draft (1). */
import type { Draft, Store } from '../../../app/ports/store';
import { json } from '../storable';
import type { Sql } from '../sql';

const save = /* sql */ `
with changed as (
  update draft set owner = $2, body = $3::json, version = version + 1, updated_at = $5::timestamptz where id = $1 and version = $4::int returning version
), made as (
  insert into draft (id, owner, body, version, updated_at) select $1, $2, $3::json, 1, $5::timestamptz where $4::int = 0 on conflict (id) do nothing returning version
)
select version from changed union all select version from made`;
const columns = /* sql */ `id, owner, body, version, updated_at as "updatedAt"`;
const one = /* sql */ `select ${columns} from draft where id = $1`;
const owned = /* sql */ `select ${columns} from draft where owner = $1 order by updated_at desc, id`;
const remove = /* sql */ `delete from draft where id = $1`;

export const drafts = (sql: Sql): Pick<Store, 'saveDraft' | 'draft' | 'draftsOf' | 'deleteDraft'> => ({
  saveDraft: async ({ id, owner, body }, expected, at) => {
    const [row] = await sql.rows<{ version: number }>({ name: 'save-draft', text: save, values: [id, owner, json(body), expected, at] });
    return row ? { kind: 'saved', version: row.version } : { kind: 'stale' };
  },
  draft: async (id) => (await sql.rows<Draft>({ name: 'draft', text: one, values: [id], again: true }))[0] ?? null,
  draftsOf: (owner) => sql.rows<Draft>({ name: 'drafts', text: owned, values: [owner], again: true }),
  deleteDraft: async (id) => void (await sql.rows({ name: 'delete-draft', text: remove, values: [id], again: true })),
});
