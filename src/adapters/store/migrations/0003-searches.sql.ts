/** What people searched for and did not find, counted by day; no word about who. Kept for ninety days. */
export default /* sql */ `
create table missed_search (
  day   date not null,
  query text collate "C" not null,
  n     int  not null default 1,
  primary key (day, query)
);
do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update, delete on missed_search to yijian_app;
  end if;
end $$;
`;
