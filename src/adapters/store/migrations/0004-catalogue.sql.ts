/** Versions of the city folder – a case keeps the one it was filed under – and changes to it on their way: written by one person, published by another. */
export default /* sql */ `
create table catalogue_version (
  hash    text        collate "C" primary key,   -- of the whole folder
  files   text        collate "C" not null,      -- SHA-256 of the folder as one file
  at      timestamptz not null,
  maker   text        collate "C",               -- null: found on the disk
  checker text        collate "C",
  note    text        not null default ''
);
create index catalogue_version_at on catalogue_version (at, hash);

create table catalogue_edit (
  id         text        collate "C" primary key,
  file       text        collate "C" not null,
  base       text        collate "C" not null,   -- the version it was written against
  body       text        not null,
  state      text        collate "C" not null,
  maker      text        collate "C" not null,
  maker_name text        not null,
  checker    text        collate "C",
  note       text        not null,
  version    int         not null,
  at         timestamptz not null
);
create index catalogue_edit_at on catalogue_edit (at, id);

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert on catalogue_version to yijian_app;
    grant select, insert, update on catalogue_edit to yijian_app;
  end if;
end $$;
`;
