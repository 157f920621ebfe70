/**
 * Partitions of event made ahead, one per month of submission: case ids begin with their millisecond, so a month is a range of ids. What
 * fits none – a range nobody made in time – goes into event_default and is found there; only detaching a month then takes longer.
 */
import { caseIdOf } from '../../core/case';
import type { Sql } from './sql';

/** Makes those of the coming months that are not there. @returns their names */
export async function partitionsAhead(sql: Sql, now: Date, months = 3): Promise<string[]> {
  const made: string[] = [];
  for (let i = 1; i <= months; i++) {
    const from = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + i);
    const until = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + i + 1);
    const name = `event_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`;
    const [row] = await sql.asOwner((run) => run('select event_partition($1, $2, $3) as made', [name, String(caseIdOf(from, 0, 0)), String(caseIdOf(until, 0, 0))]));
    if (row?.made) made.push(name);
  }
  return made;
}
