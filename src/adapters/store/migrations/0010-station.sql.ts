/**
 * The village station: tablets opened by helpers, consents on their way, and which provisional number became which case. The mandate itself is in the
 * record of the case.
 */
export default /* sql */ `
create table station_device (
  id         text  collate "C" primary key,
  token      bytea not null unique,
  helper     json  not null,
  helper_id  text  collate "C" not null,
  opened_at  timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz
);
create index station_device_helper on station_device (helper_id, opened_at desc);

create table consent (
  id           text collate "C" primary key,
  method       text collate "C" not null,
  helper_id    text collate "C" not null,
  helper_name  text not null,
  station      text collate "C" not null,
  matter       json not null,
  phone        text,
  code         bytea,
  tries        int  not null default 0,
  granted_by   text collate "C",
  granted_name text,
  granted_at   timestamptz,
  expires_at   timestamptz not null
);

create table arrival (
  provisional text collate "C" primary key,
  number      text collate "C" not null,
  station     text collate "C" not null,
  helper_id   text collate "C" not null,
  signed_at   timestamptz not null,
  arrived_at  timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update on station_device, consent to yijian_app;
    grant select, insert on arrival to yijian_app;
  end if;
end $$;
`;
