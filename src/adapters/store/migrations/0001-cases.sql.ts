/** The first schema. Plain SQL that PostgreSQL 15 and 18 (PGlite) both take; never edited once released – a change is the next file. */
export default /* sql */ `
-- Identifiers sort by code point ("C"): the same on every machine, and no index breaks when the system's collations are upgraded.

create table kase (
  id             bigint      primary key,                 -- time-ordered
  number         text        collate "C" not null unique, -- begins with the division code
  division       text        collate "C" not null,
  journey        text        collate "C",
  applicant_id   text        collate "C" not null,
  applicant_name text        not null,
  actor_id       text        collate "C" not null,
  status         text        collate "C" not null,
  outcome        text        collate "C",
  version        int         not null,                    -- number of the last event
  head           bytea       not null,                    -- its hash
  submitted_at   timestamptz not null,
  updated_at     timestamptz not null
) with (fillfactor = 90);
create index kase_applicant on kase (applicant_id, id);

create table step (
  case_id    bigint      not null references kase,
  step       text        collate "C" not null,
  ord        int         not null,
  service    text        collate "C" not null,
  authority  text        collate "C" not null,
  division   text        collate "C" not null,
  status     text        collate "C" not null,
  due        timestamptz not null default 'infinity',     -- infinity: no clock runs
  promised   timestamptz not null default 'infinity',
  claimed_by text        collate "C",
  primary key (case_id, step)
) with (fillfactor = 80);
-- The desk's queue, one range per status. Steps nobody will touch again are left out.
create index step_queue on step (authority, status, due, case_id, ord)
  where status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted');
create index step_queue_division on step (authority, division, status, due, case_id, ord)
  where status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted');
create index step_due on step (due, case_id, ord) where due < 'infinity';

-- The legal record. body is the very text that was hashed: RFC 8785 JSON of {caseId, n, at, actor, event, prev}; cast it to jsonb to look inside.
create table event (
  case_id bigint      not null,
  n       int         not null,
  type    text        collate "C" not null,
  at      timestamptz not null,
  body    text        collate "C" not null,
  alg     text        collate "C" not null default 'sha256',
  prev    bytea       not null,
  h       bytea       not null,
  primary key (case_id, n)
) partition by range (case_id);
create table event_default partition of event default;

create function event_is_final() returns trigger language plpgsql as $$
begin
  raise exception 'events are only ever appended' using errcode = 'insufficient_privilege';
end $$;
create trigger event_is_final before update or delete on event for each row execute function event_is_final();
create trigger event_is_final_whole before truncate on event for each statement execute function event_is_final();
create trigger event_is_final_whole before truncate on event_default for each statement execute function event_is_final();

create table idem (
  actor       text        collate "C" not null,
  key         text        collate "C" not null,
  fingerprint text        collate "C" not null,
  case_id     bigint      not null,
  response    json        not null,
  at          timestamptz not null default now(),
  primary key (actor, key)
);

create table outbox (
  id      bigint      generated always as identity primary key,
  topic   text        collate "C" not null,
  key     text        collate "C" not null,
  body    json        not null,
  free_at timestamptz not null default '-infinity',       -- end of the lease
  unique (topic, key)
);

create table draft (
  id         text        collate "C" primary key,
  owner      text        collate "C",
  body       json        not null,
  version    int         not null,
  updated_at timestamptz not null
);
create index draft_owner on draft (owner, updated_at) where owner is not null;

create table session (
  token_hash text        collate "C" primary key,
  principal  json        not null,
  expires_at timestamptz not null
);
create index session_expires on session (expires_at);

create table access (
  id          bigint      generated always as identity primary key,
  at          timestamptz not null,
  who         text        collate "C" not null,
  capacity    text        collate "C" not null,
  register    text        collate "C",
  subject     text        collate "C" not null,
  purpose     text        not null,
  case_number text        collate "C",
  result      text        not null
);
create index access_subject on access (subject, at, id);

create table correction (
  id           text        collate "C" primary key,
  at           timestamptz not null,
  register     text        collate "C" not null,
  concept      text        collate "C" not null,
  case_number  text        collate "C",
  draft        text        collate "C",
  requested_by text        collate "C" not null,
  state        text        collate "C" not null
);
create index correction_register on correction (register, at, id);
create index correction_at on correction (at, id);

-- When the store was opened last: the write that shows at start-up that commits reach the disk.
create table opened (
  one int         primary key check (one = 1),
  at  timestamptz not null
);

-- The application works as a role that cannot change the record, where the account may create one.
do $$
begin
  begin
    create role yijian_app nologin;
  exception when duplicate_object or unique_violation or insufficient_privilege then null;
  end;
  if exists (select from pg_roles where rolname = 'yijian_app') then
    begin
      execute format('grant yijian_app to %I', current_user);
    exception when insufficient_privilege then null;
    end;
    grant usage on schema public to yijian_app;
    grant select, insert on event, access to yijian_app;
    grant select, insert, update on kase, step, correction, opened to yijian_app;
    grant select, insert, delete on idem to yijian_app;
    grant select, insert, update, delete on outbox, draft, session to yijian_app;
  end if;
end $$;
`;
