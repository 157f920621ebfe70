/** Working together at the desk: who has which step open now, and acts that are held for a moment before they count. None of it is the legal record. */
export default /* sql */ `
create table presence (
  case_id  bigint      not null references kase,
  step     text        collate "C" not null,
  who      text        collate "C" not null,
  who_name text        not null,
  at       timestamptz not null,
  primary key (case_id, step, who)
) with (fillfactor = 70);
create index presence_at on presence (at);

-- until: they may be taken back before it. state: held, undone, going (they count from now on, whoever carries them out), done.
create table held_act (
  id      text        collate "C" primary key,
  who     text        collate "C" not null,
  officer json        not null,
  picked  json        not null,
  at      timestamptz not null,
  until   timestamptz not null,
  state   text        collate "C" not null,
  results json
) with (fillfactor = 80);
create index held_act_due on held_act (until, id) where state in ('held', 'going');

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update, delete on presence to yijian_app;
    grant select, insert, update on held_act to yijian_app;
  end if;
end $$;
`;
