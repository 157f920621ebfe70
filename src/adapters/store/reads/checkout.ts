/** Reads of payments and bookings, each by one index. */
import type { CheckoutStore, OpenPayment, Visitor } from '../../../app/ports/checkout-store';
import type { Sql } from '../sql';

const open = /* sql */ `
select p.id, p.state, p.at, k.number from payment p join kase k on k.id = p.case_id
where p.state in ('started', 'owing') and (p.at < $1 or p.state = 'owing') order by p.at, p.id limit $2`;
const taken = /* sql */ `select at, seat, case_id as "caseId" from booking where resource = $1 and at >= $2 and at < $3 order by at, seat`;
const times = /* sql */ `select at, until, case_id as "caseId", slot from booking where person = $1 and at >= $2 and at < $3 order by at`;
const visitors = /* sql */ `
select k.number, k.applicant_name as "applicantName", b.slot, b.resource, b.at, b.until, b.hall, s.steps, s.services
from booking b join kase k on k.id = b.case_id
cross join lateral (
  select array_agg(step order by ord) as steps, array_agg(service order by ord) as services from step where case_id = b.case_id and step = any(b.steps) and authority = $1
) s
where b.at >= $2 and b.at < $3 and s.steps is not null order by b.at, k.number, b.slot limit 500`;

export const checkout = (sql: Sql): CheckoutStore => ({
  openPayments: (before, limit) => sql.rows<OpenPayment>({ name: 'open-payments', text: open, values: [before, limit], again: true }),
  taken: (resource, from, to) => sql.rows({ name: 'taken', text: taken, values: [resource, from, to], again: true }),
  timesOf: (person, from, to) => sql.rows({ name: 'times-of', text: times, values: [person, from, to], again: true }),
  visitors: (authority, from, to) => sql.rows<Visitor>({ name: 'visitors', text: visitors, values: [authority, from, to], again: true }),
});
