/** People who let others act: for one application being filled in, or for a company. A row is never deleted: it says who could do what, and until when. */
export default /* sql */ `
create table entrustment (
  id          text        collate "C" primary key,
  token       text        collate "C" unique,
  kind        text        collate "C" not null,
  about       text        collate "C" not null,
  label       text        not null,
  may         text        collate "C" not null,
  giver       text        collate "C" not null,
  giver_name  text        not null,
  made_at     timestamptz not null,
  until       timestamptz not null,
  holder      text        collate "C",
  holder_name text,
  accepted_at timestamptz,
  revoked_at  timestamptz,
  check ((holder is null) = (accepted_at is null)),
  check (kind in ('draft', 'company') and may in ('view', 'prepare', 'submit', 'represent'))
);
create index entrustment_about on entrustment (kind, about, made_at desc, id);
create index entrustment_holder on entrustment (holder, until) where holder is not null and revoked_at is null;
do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update on entrustment to yijian_app;
  end if;
end $$;
`;
