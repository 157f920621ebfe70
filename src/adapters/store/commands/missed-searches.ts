/**
 * Searches that found nothing, by day and query. Noting inserts or counts up one row of missed_search and removes those of 90 days ago; on a day
 * with 2,000 different queries no new one is taken, so that nobody can fill the disk through the search box.
 */
import type { MissedSearch, Store } from '../../../app/ports/store';
import type { Sql } from '../sql';

const note = /* sql */ `
with old as (delete from missed_search where day < $1::date - 90)
insert into missed_search (day, query) select $1::date, $2
where exists (select from missed_search where day = $1::date and query = $2) or (select count(*) from missed_search where day = $1::date) < 2000
on conflict (day, query) do update set n = missed_search.n + 1`;
const shown = /* sql */ `
select query, sum(n)::int as times, max(day)::text as last from missed_search
where day >= $1::date group by query having sum(n) >= $2 order by times desc, query limit $3`;

export const missedSearches = (sql: Sql): Pick<Store, 'noteMissedSearch' | 'missedSearches'> => ({
  noteMissedSearch: async (day, query) => void (await sql.rows({ name: 'note-missed-search', text: note, values: [day, query] })),
  missedSearches: (since, atLeast, limit) => sql.rows<MissedSearch>({ name: 'missed-searches', text: shown, values: [since, atLeast, limit], again: true }),
});
