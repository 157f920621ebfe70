/** Files that may not be opened: held until they are scanned, or found harmful. A file without a row may be. */
export default /* sql */ `
create table file_check (
  sha256  text        collate "C" primary key,
  state   text        collate "C" not null,        -- held, harmful
  finding text,
  at      timestamptz not null
);

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update, delete on file_check to yijian_app;
  end if;
end $$;
`;
