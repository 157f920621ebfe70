/** Versions of the city folder, inserted once and never changed; changes on their way, each replaced where it stands at the version that was read. */
import type { CatalogueEdit, CatalogueVersion, Store } from '../../../app/ports/store';
import type { Sql } from '../sql';

const version = 'hash, files, at, maker, checker, note';
const keep = /* sql */ `insert into catalogue_version (${version}) values ($1, $2, $3, $4, $5, $6) on conflict (hash) do nothing`;
const one = /* sql */ `select ${version} from catalogue_version where hash = $1`;
const list = /* sql */ `select ${version} from catalogue_version order by at desc, hash limit $1`;
const edit = 'id, file, base, body, state, maker, maker_name as "makerName", checker, note, version, at';
const save = /* sql */ `
insert into catalogue_edit (id, file, base, body, state, maker, maker_name, checker, note, version, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10 + 1, $11)
on conflict (id) do update set file = excluded.file, base = excluded.base, body = excluded.body, state = excluded.state, checker = excluded.checker, note = excluded.note,
  version = excluded.version, at = excluded.at
where catalogue_edit.version = $10
returning version`;
const editOf = /* sql */ `select ${edit} from catalogue_edit where id = $1`;
const edits = /* sql */ `select ${edit} from catalogue_edit order by catalogue_edit.at desc, id limit $1`;

export const catalogues = (sql: Sql): Pick<Store, 'keepVersion' | 'catalogueVersion' | 'catalogueVersions' | 'saveEdit' | 'edit' | 'edits'> => ({
  keepVersion: async (v) => void (await sql.rows({ name: 'keep-version', text: keep, values: [v.hash, v.files, v.at, v.maker, v.checker, v.note], again: true })),
  catalogueVersion: async (hash) => (await sql.rows<CatalogueVersion>({ name: 'version', text: one, values: [hash], again: true }))[0] ?? null,
  catalogueVersions: (limit) => sql.rows<CatalogueVersion>({ name: 'versions', text: list, values: [limit], again: true }),
  saveEdit: async (e, expected) => {
    const values = [e.id, e.file, e.base, e.body, e.state, e.maker, e.makerName, e.checker, e.note, expected, e.at];
    const [row] = await sql.rows<{ version: number }>({ name: 'save-edit', text: save, values });
    return row ? { kind: 'saved', version: row.version } : { kind: 'stale' };
  },
  edit: async (id) => (await sql.rows<CatalogueEdit>({ name: 'edit', text: editOf, values: [id], again: true }))[0] ?? null,
  edits: (limit) => sql.rows<CatalogueEdit>({ name: 'edits', text: edits, values: [limit], again: true }),
});
