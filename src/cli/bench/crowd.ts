/** A city's worth of cases made inside the database: rows of kase and step only, for benches of reading. 100 services, 40 authorities, 30 divisions; a tenth still open. */
import type { Sql } from '../../adapters/store/sql';

export const authorityOf = (i: number) => `authority-${i}`;
export const authorities = 40;

export async function crowd(sql: Sql, cases: number, onSlice: (made: number) => void): Promise<void> {
  const slice = 100_000;
  for (let from = 0; from < cases; from += slice) {
    const to = Math.min(cases, from + slice);
    await sql.asOwner(async (run) => {
      await run('begin');
      await run(
        `insert into kase (id, number, division, journey, applicant_id, applicant_name, actor_id, status, outcome, version, head, submitted_at, updated_at)
         select 1000000 + i, '430212-' || lpad(i::text, 13, '0'), '4302' || lpad((i % 30)::text, 2, '0'), 'journey-' || i % 13, 'p-' || i % 400000, '申请人' || i % 9973, 'p-' || i % 400000,
           case when i % 10 = 0 then 'submitted' else 'closed' end, case when i % 10 = 0 then null else 'granted' end, 18, sha256(i::text::bytea),
           timestamptz '2026-01-01' + i * interval '20 s', timestamptz '2026-01-01' + i * interval '20 s'
         from generate_series($1::int, $2::int) as i`,
        [from, to - 1],
      );
      await run(
        `insert into step (case_id, step, ord, service, authority, division, status, due, promised, turn, claimed_by)
         select 1000000 + i, 'step-' || j, j, 'service-' || (i * 7 + j * 13) % 100, '${'authority-'}' || (i * 7 + j * 13) % 100 % ${authorities}, '4302' || lpad((i % 30)::text, 2, '0'),
           case when i % 10 <> 0 then 'delivered' else (array['received', 'accepted', 'under-review', 'paused', 'waiting'])[1 + (i / 10 + j) % 5] end,
           case when i % 10 <> 0 then 'infinity' else timestamptz '2026-01-05' + i * interval '20 s' end, 'infinity', 'infinity', null
         from generate_series($1::int, $2::int) as i, generate_series(0, 2) as j`,
        [from, to - 1],
      );
      await run('commit');
    });
    onSlice(to);
  }
  await sql.asOwner((run) => run('vacuum analyze kase'));
  await sql.asOwner((run) => run('vacuum analyze step'));
}
