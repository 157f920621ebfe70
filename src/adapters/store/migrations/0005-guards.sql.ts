/**
 * Guards around the record: anchors that fix it from outside, the desk's own role that sees one authority's rows, partitions made ahead, and the
 * messages that came in from elsewhere.
 */
export default /* sql */ `
-- Which transaction wrote an event: an anchor takes those of transactions that are over, and leaves the others for the next.
alter table event add column xid bigint not null default pg_current_xact_id()::text::bigint;
create index event_xid on event using brin (xid) with (pages_per_range = 32, autosummarize = on);

-- The heads of the cases that moved since the anchor before; their Merkle root; a hash that follows the one before. Lines are also written outside the database.
create table anchor (
  n     bigint      primary key,
  at    timestamptz not null,
  cases bigint[]    not null,                     -- ascending
  upto  int[]       not null,                     -- the event each case stood at
  root  bytea       not null,
  prev  bytea       not null,
  h     bytea       not null,
  safe  bigint      not null                      -- every transaction below is in this anchor or an earlier one
);
create trigger anchor_is_final before update or delete on anchor for each row execute function event_is_final();
create trigger anchor_is_final_whole before truncate on anchor for each statement execute function event_is_final();

-- Messages from elsewhere, each taken in once.
create table inbox (
  source text        collate "C" not null,
  key    text        collate "C" not null,
  at     timestamptz not null default now(),
  body   json        not null,
  primary key (source, key)
);

-- A partition for case ids from 'since' up to 'until'; false when that range has one.
create function event_partition(name text, since bigint, until bigint) returns boolean language plpgsql as $$
begin
  if to_regclass(name) is not null then return false; end if;
  execute format('create table %I partition of event for values from (%s) to (%s)', name, since, until);
  execute format('create trigger event_is_final_whole before truncate on %I for each statement execute function event_is_final()', name);
  return true;
end $$;
revoke all on function event_partition from public;

-- The desk's queue as a function that belongs to a role which sees only the rows of the authority set: one round trip.
create function desk_queue(wanted text, statuses text[], after_due timestamptz, after_case bigint, after_ord int, most int, place text)
returns table ("caseId" bigint, step text, ord int, service text, authority text, division text, status text, due timestamptz, promised timestamptz, turn timestamptz, "claimedBy" text,
  number text, "applicantName" text, journey text, "submittedAt" timestamptz, "dueText" text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('yijian.authority', wanted, true);
  if place is null then
    return query
      select s.case_id, s.step, s.ord, s.service, s.authority, s.division, s.status, s.due, s.promised, s.turn, s.claimed_by,
        k.number, k.applicant_name, k.journey, k.submitted_at, s.due::text
      from unnest(statuses) as u(status)
      cross join lateral (
        select * from step
        where step.authority = wanted and step.status = u.status and (step.due, step.case_id, step.ord) > (after_due, after_case, after_ord)
          and step.status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked')
        order by step.due, step.case_id, step.ord limit most
      ) s
      join kase k on k.id = s.case_id
      order by s.due, s.case_id, s.ord limit most;
  else
    return query
      select s.case_id, s.step, s.ord, s.service, s.authority, s.division, s.status, s.due, s.promised, s.turn, s.claimed_by,
        k.number, k.applicant_name, k.journey, k.submitted_at, s.due::text
      from unnest(statuses) as u(status)
      cross join lateral (
        select * from step
        where step.authority = wanted and step.division = place and step.status = u.status and (step.due, step.case_id, step.ord) > (after_due, after_case, after_ord)
          and step.status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked')
        order by step.due, step.case_id, step.ord limit most
      ) s
      join kase k on k.id = s.case_id
      order by s.due, s.case_id, s.ord limit most;
  end if;
end $$;

do $$
begin
  begin
    create role yijian_desk nologin;
  exception when duplicate_object or unique_violation or insufficient_privilege then null;
  end;
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert on anchor to yijian_app;
    grant select, insert, delete on inbox to yijian_app;
  end if;
  -- An account that may not make roles goes on without this second wall; the statement itself names the authority.
  if exists (select from pg_roles where rolname = 'yijian_desk') then
    begin
      execute format('grant yijian_desk to %I', current_user);
      grant usage, create on schema public to yijian_desk;
      alter function desk_queue owner to yijian_desk;
      revoke create on schema public from yijian_desk;
      grant select on kase, step to yijian_desk;
      alter table kase enable row level security;
      alter table step enable row level security;
      create policy of_authority on step for select to yijian_desk using (authority = current_setting('yijian.authority', true));
      create policy of_authority on kase for select to yijian_desk
        using (exists (select from step where case_id = id and authority = current_setting('yijian.authority', true)));
      if exists (select from pg_roles where rolname = 'yijian_app') then
        create policy whole_work on step to yijian_app using (true) with check (true);
        create policy whole_work on kase to yijian_app using (true) with check (true);
      end if;
    exception when insufficient_privilege then null;
    end;
  end if;
end $$;
`;
