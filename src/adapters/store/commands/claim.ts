/** An officer takes a step, or lays it down (`by` null). Updates step (1), unless another officer holds it. */
import type { Claimed } from '../../../app/ports/store';
import type { Sql } from '../sql';

const text = /* sql */ `
with held as (select claimed_by from step where case_id = $1 and step = $2),
taken as (
  update step set claimed_by = $3 where case_id = $1 and step = $2 and ($3::text is null or claimed_by is null or claimed_by = $3)
  returning step
)
select claimed_by as "by", exists (select from taken) as taken from held`;

export async function claim(sql: Sql, caseId: string, step: string, by: string | null): Promise<Claimed> {
  const [row] = await sql.rows<{ by: string | null; taken: boolean }>({ name: 'claim', text, values: [caseId, step, by], again: true });
  if (!row) return { kind: 'unknown' };
  // Nobody held it when the statement began and yet it was not taken: someone was a moment faster.
  return row.taken ? { kind: 'claimed' } : row.by === null ? claim(sql, caseId, step, by) : { kind: 'taken', by: row.by };
}
