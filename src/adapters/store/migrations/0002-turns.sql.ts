/** When time next brings something about for a step – silence accepts, a pause ends, an answer is overdue, a clock is overrun –, so that the sweep reads one index. */
export default /* sql */ `
alter table step add column turn timestamptz not null default 'infinity';
update step set turn = due where due < 'infinity';
create index step_turn on step (turn, case_id, ord) where turn < 'infinity';

-- Two more ends of a step leave the queue: out of time, and taken back.
drop index step_due;
drop index step_queue;
drop index step_queue_division;
create index step_queue on step (authority, status, due, case_id, ord)
  where status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked');
create index step_queue_division on step (authority, division, status, due, case_id, ord)
  where status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked');
`;
