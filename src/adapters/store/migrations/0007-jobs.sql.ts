/** Work for later, messages to residents, and how they want to be told. */
export default /* sql */ `
create table job (
  id       bigint      generated always as identity primary key,
  kind     text        collate "C" not null,
  key      text        collate "C" not null,
  body     json        not null,
  state    text        collate "C" not null default 'open',   -- open, done, dead
  free_at  timestamptz not null,                               -- not before; end of the lease of whoever took it
  attempts int         not null default 0,
  holding  int         not null default 0,                     -- grows with each taking
  error    text,
  ended_at timestamptz,
  unique (kind, key)
) with (fillfactor = 70);
create index job_free on job (free_at, id) where state = 'open';
create index job_dead on job (ended_at, id) where state = 'dead';
create index job_done on job (ended_at, id) where state = 'done';

-- An outbox row becomes a job in one statement; it needs no lease of its own.
alter table outbox drop column free_at;

create table message (
  id          bigint      generated always as identity primary key,
  key         text        collate "C" not null unique,
  recipient   text        collate "C" not null,
  kind        text        collate "C" not null,
  case_number text        collate "C",
  says        json        not null,
  at          timestamptz not null,
  read_at     timestamptz
);
create index message_recipient on message (recipient, id);
create index message_unread on message (recipient) where read_at is null;
create index message_case on message (case_number, id) where case_number is not null;

create table message_sending (
  message bigint      not null references message,
  channel text        collate "C" not null,
  state   text        collate "C" not null,
  at      timestamptz not null,
  primary key (message, channel)
);

create table told_choice (
  person   text    collate "C" primary key,
  language text    collate "C" not null,
  sms      boolean not null,
  email    boolean not null,
  phone    text,
  address  text,
  asked    json
);

do $$
begin
  if exists (select from pg_roles where rolname = 'yijian_app') then
    grant select, insert, update, delete on job to yijian_app;
    grant select, insert, update on message, message_sending, told_choice to yijian_app;
  end if;
end $$;
`;
