/** One case as an authority's desk opens it: read as the role that is shown only cases with a step of that authority, as the queue is (migration 5). */
export default /* sql */ `
-- A case with its rows and its record, of one moment: the rows as JSON, the record as lines of hash and text.
create function desk_case(wanted text, wanted_number text)
returns table ("caseId" bigint, number text, division text, journey text, "applicantId" text, "applicantName" text, "actorId" text, status text, outcome text, version int, head text,
  "submittedAt" timestamptz, "updatedAt" timestamptz, steps json, events text)
language plpgsql volatile security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  perform set_config('yijian.authority', wanted, true);
  return query
    select k.id, k.number, k.division, k.journey, k.applicant_id, k.applicant_name, k.actor_id, k.status, k.outcome, k.version, encode(k.head, 'hex'), k.submitted_at, k.updated_at,
      (select json_agg(x order by ord, step) from (
        select s.case_id::text as "caseId", s.step, s.ord, s.service, s.authority, s.division, s.status, s.due, s.promised, s.turn, s.claimed_by as "claimedBy" from step s where s.case_id = k.id
      ) x),
      (select string_agg(encode(e.h, 'hex') || e.body, e'\\n' order by e.n) from event e where e.case_id = k.id)
    from kase k where k.number = wanted_number;
end $$;

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_desk') then
    begin
      grant usage, create on schema public to yijian_desk;
      alter function desk_case owner to yijian_desk;
      revoke create on schema public from yijian_desk;
      grant select on event to yijian_desk;
      alter table event enable row level security;
      create policy of_authority on event for select to yijian_desk
        using (exists (select from step s where s.case_id = event.case_id and s.authority = current_setting('yijian.authority', true)));
      if exists (select from pg_roles where rolname = 'yijian_app') then
        create policy whole_work on event to yijian_app using (true) with check (true);
      end if;
    exception when insufficient_privilege then null;
    end;
  end if;
end $$;
`;
