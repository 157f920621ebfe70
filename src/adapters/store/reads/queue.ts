/**
 * The desk's queue: an authority's open steps by due date, those without a clock last, then by case and place in it.
 * One short index range per status, merged: as fast at a million cases as at ten, because nothing is counted and no page is skipped over.
 * desk_queue (migration 5) and desk_queue_narrowed (migration 6) belong to a role that is shown the rows of one authority alone, whatever a statement asks for.
 */
import type { QueueAsked } from '../../../app/ports/desk-store';
import type { QueueItem, QueuePage, Store } from '../../../app/ports/store';
import { onDesk } from '../../../core/case';
import type { Sql, Statement } from '../sql';
import { json } from '../storable';

const plain = /* sql */ `select * from desk_queue($1, $2, $3, $4, $5, $6, $7)`;
const narrowed = /* sql */ `select * from desk_queue_narrowed($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`;

type Row = QueueItem & { dueText: string };

export const queue =
  (sql: Sql): Store['queue'] =>
  async (authority, asked): Promise<QueuePage> => {
    const { division, statuses = [...onDesk], after, limit } = asked;
    const place = after ? (JSON.parse(Buffer.from(after, 'base64url').toString()) as [string, string, number]) : (['-infinity', '0', 0] as const);
    const values = [authority, statuses, ...place, limit + 1, division ?? null];
    const filters = narrowing(asked);
    const rows = await sql.rows<Row>(filters ? { name: 'queue-narrowed', text: narrowed, values: [...values, ...filters], again: true } : { name: 'queue', text: plain, values, again: true });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(({ dueText, ...item }) => item),
      next: last ? Buffer.from(JSON.stringify([last.dueText, last.caseId, last.ord])).toString('base64url') : null,
    };
  };

/** Null: nothing beside state and division is asked for. */
function narrowing({ within, service, holders, light }: QueueAsked): NonNullable<Statement['values']> | null {
  if (within === undefined && service === undefined && holders === undefined && light === undefined) return null;
  const { now, accept, services } = light?.limits ?? { now: null, accept: null, services: [] };
  return [within ?? null, service ?? null, holders ?? null, light?.colour ?? null, now, accept, json(services)];
}
