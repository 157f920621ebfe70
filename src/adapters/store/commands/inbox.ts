/** Messages from other systems and other cells, each taken in once: inserts inbox (1), or finds it there. */
import type { Store } from '../../../app/ports/store';
import type { Sql } from '../sql';
import { json } from '../storable';

const text = /* sql */ `insert into inbox (source, key, body) values ($1, $2, $3) on conflict (source, key) do nothing returning key`;

const newest = /* sql */ `select key, body, at from inbox where source = $1 order by at desc, key desc limit $2`;

export const inbox = (sql: Sql): Pick<Store, 'takeIn' | 'takenIn'> => ({
  /** Not `again`: whether a lost first try took it in would not be known; the sender asks again. */
  takeIn: async (source, key, body) => (await sql.rows({ name: 'take-in', text, values: [source, key, json(body)] })).length > 0,
  takenIn: (source, limit) => sql.rows({ name: 'taken-in', text: newest, values: [source, limit], again: true }),
});
