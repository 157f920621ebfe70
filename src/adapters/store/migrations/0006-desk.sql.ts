/**
 * The desk beside the record: who works there and who stands in for whom, what colleagues say to each other, texts used again, what residents say that
 * needs an answer, and one row per step for the figures. None of it is the legal record; the last two are made from it.
 */
export default /* sql */ `
create table officer (
  id        text    collate "C" primary key,
  name      text    not null,
  authority text    collate "C" not null,
  division  text    collate "C" not null,
  lead      boolean not null,
  seen_on   date    not null
);
create index officer_authority on officer (authority, id);

create table substitution (
  id         text collate "C" primary key,
  authority  text collate "C" not null,
  absent     text collate "C" not null,
  substitute text collate "C" not null,
  first_day  date not null,
  last_day   date not null,
  check (first_day <= last_day and absent <> substitute)
);
create index substitution_authority on substitution (authority, last_day, id);

-- Notes, hand-overs, and what was done: for colleagues and the summary of the day. Never shown to the applicant.
create table desk_entry (
  id        bigint      generated always as identity primary key,
  at        timestamptz not null,
  kind      text        collate "C" not null,
  who       text        collate "C" not null,
  who_name  text        not null,
  authority text        collate "C" not null,
  case_id   bigint      not null references kase,
  number    text        collate "C" not null,
  step      text        collate "C" not null,
  says      text        not null
);
create index desk_entry_step on desk_entry (case_id, step, id);
create index desk_entry_who on desk_entry (who, at, id);

create table desk_text (
  id        text collate "C" primary key,
  authority text collate "C" not null,
  use       text collate "C" not null,
  title     text not null,
  says      text not null
);
create index desk_text_authority on desk_text (authority, use, title);

-- What residents say: tickets (办不成事) and ratings. answered: null while an answer is owed.
create table voice (
  case_id   bigint      not null references kase,
  kind      text        collate "C" not null,
  ref       text        collate "C" not null,
  step      text        collate "C",
  authority text        collate "C" not null,
  division  text        collate "C" not null,
  at        timestamptz not null,
  due       timestamptz not null default 'infinity',
  grade     int,
  answered  timestamptz,
  primary key (case_id, kind, ref)
);
create index voice_open on voice (authority, due, case_id, ref) where answered is null;
create index voice_rated on voice (at) include (authority, grade) where kind = 'rating';

-- How a step went, once there is something to tell: for the figures.
create table story (
  case_id           bigint      not null references kase,
  step              text        collate "C" not null,
  service           text        collate "C" not null,
  authority         text        collate "C" not null,
  division          text        collate "C" not null,
  channel           text        collate "C" not null,
  ended_at          timestamptz,
  outcome           text        collate "C",
  days              int,
  in_time           boolean,
  supplements       int         not null,
  pauses            int         not null,
  escalations       int         not null,
  late_pause        boolean     not null,
  late_return       boolean     not null,
  primary key (case_id, step)
) with (fillfactor = 80);
create index story_ended on story (ended_at) include (authority, division, channel, outcome, days, in_time, supplements, pauses, escalations, late_pause, late_return) where ended_at is not null;
create index story_flag on story (authority, case_id) where late_pause or late_return or supplements > 1;
create index story_escalated on story (case_id, step) where escalations > 0 and ended_at is null;

create index step_holder on step (claimed_by, authority, status, due, case_id, ord)
  where claimed_by is not null and status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked');

-- The queue narrowed further. holders: held by one of these, by nobody where the list is empty. colour: the light, under the limits given (app/light.ts).
create function desk_queue_narrowed(wanted text, statuses text[], after_due timestamptz, after_case bigint, after_ord int, most int, place text,
  beginning text, of_service text, holders text[], colour text, at_now timestamptz, accept timestamptz, limits json)
returns table ("caseId" bigint, step text, ord int, service text, authority text, division text, status text, due timestamptz, promised timestamptz, turn timestamptz, "claimedBy" text,
  number text, "applicantName" text, journey text, "submittedAt" timestamptz, "dueText" text)
language plpgsql volatile security definer set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  perform set_config('yijian.authority', wanted, true);
  return query
    select s.case_id, s.step, s.ord, s.service, s.authority, s.division, s.status, s.due, s.promised, s.turn, s.claimed_by,
      k.number, k.applicant_name, k.journey, k.submitted_at, s.due::text
    from unnest(statuses) as u(status)
    cross join lateral (
      select step.* from step
      left join json_to_recordset(limits) as l(service text, statutory timestamptz, promised timestamptz) on colour is not null and l.service = step.service
      cross join lateral (
        select case when step.due <= step.promised
          then case when step.status in ('received', 'supplemented') then accept else coalesce(l.statutory, accept) end
          else coalesce(l.promised, accept) end as near
      ) y
      where step.authority = wanted and step.status = u.status and (step.due, step.case_id, step.ord) > (after_due, after_case, after_ord)
        and step.status not in ('delivered', 'moot', 'not-needed', 'withdrawn', 'not-accepted', 'lapsed', 'revoked')
        and (place is null or step.division = place)
        and (beginning is null or starts_with(step.division, beginning))
        and (of_service is null or step.service = of_service)
        and (holders is null or step.claimed_by = any(holders) or (cardinality(holders) = 0 and step.claimed_by is null))
        and (colour is null or step.status in ('received', 'supplemented', 'accepted', 'under-review'))
        and (colour is null or colour <> 'red' or least(step.due, step.promised) < at_now)
        and (colour is null or colour <> 'yellow' or (least(step.due, step.promised) >= at_now and least(step.due, step.promised) < y.near))
        and (colour is null or colour <> 'green'
          or (least(step.due, step.promised) >= at_now and least(step.due, step.promised) >= y.near and least(step.due, step.promised) < 'infinity'))
      order by step.due, step.case_id, step.ord limit most
    ) s
    join kase k on k.id = s.case_id
    order by s.due, s.case_id, s.ord limit most;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_desk') then
    begin
      grant usage, create on schema public to yijian_desk;
      alter function desk_queue_narrowed owner to yijian_desk;
      revoke create on schema public from yijian_desk;
    exception when insufficient_privilege then null;
    end;
  end if;
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update on officer, voice, story to yijian_app;
    grant select, insert on desk_entry to yijian_app;
    grant select, insert, update, delete on substitution, desk_text to yijian_app;
  end if;
end $$;
`;
