/** Payments that somebody must look after until they are answered, and the times residents chose: no place of a time is given twice, whoever asks at the same moment. */
export default /* sql */ `
create table payment (
  id      text        collate "C" primary key,
  case_id bigint      not null references kase,
  state   text        collate "C" not null,
  at      timestamptz not null
);
create index payment_open on payment (at, id) where state in ('started', 'owing');

create table booking (
  case_id  bigint      not null references kase,
  slot     text        collate "C" not null,
  resource text        collate "C" not null,
  at       timestamptz not null,
  until    timestamptz not null,
  seat     int         not null,
  capacity int         not null,
  person   text        collate "C" not null,
  steps    text[]      not null,
  hall     text        collate "C",
  primary key (case_id, slot),
  constraint booking_seat unique (resource, at, seat),
  constraint booking_person unique (person, at),
  constraint booking_room check (seat between 1 and capacity),
  constraint booking_time check (at < until)
);
create index booking_at on booking (at, case_id);

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update on payment to yijian_app;
    grant select, insert, update, delete on booking to yijian_app;
  end if;
end $$;
`;
