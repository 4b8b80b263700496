-- The event log. An authority's events have dense positions of their own; the authority leads every key. Texts are compared
-- code by code (collate "C"): the same order on every server, and the fastest.

-- The authorities that have a log. A list of tenants and nothing about them, so it has no row-level security.
create table touchstone.authority (
  authority text collate "C" primary key
);

-- header, facts and narrative are the exact bytes that were handed in; stream, revision, kind and type repeat what the header
-- says so that it can be searched. The last event of an append says which command made it and with which revision it began;
-- the digest tells a repeat of the command from another one under the same id.
-- There are no check constraints: PostgreSQL prepares them anew for every statement. What they would say, append_events
-- makes so, and the policies below keep an event in its own authority's log.
create table touchstone.event (
  authority text collate "C" not null,
  position bigint not null,
  stream text collate "C" not null,
  revision bigint not null,
  recorded_at timestamptz(3) not null,
  kind text collate "C" not null,
  type text collate "C" not null,
  header bytea not null,
  facts bytea not null,
  narrative bytea,
  command uuid,
  command_digest bytea,
  command_first_revision bigint,
  primary key (authority, position),
  unique (authority, stream, revision)
);
create unique index one_effect_per_command on touchstone.event (authority, command) where command is not null;
create index events_by_kind_and_type on touchstone.event (authority, kind, type, position);

create table touchstone.blob (
  authority text collate "C" not null,
  digest bytea not null check (digest = sha256(bytes)),
  bytes bytea not null,
  primary key (authority, digest)
);

create table touchstone.consumer_checkpoint (
  authority text collate "C" not null,
  consumer text collate "C" not null,
  position bigint not null,
  primary key (authority, consumer)
);

call touchstone.isolate_by_authority('touchstone.event');
call touchstone.isolate_by_authority('touchstone.blob');
call touchstone.isolate_by_authority('touchstone.consumer_checkpoint');
create policy stream_of_its_authority on touchstone.event as restrictive for insert
  with check (starts_with(stream, authority || '/'));

-- Nobody may update or delete an event or a blob.
grant select, insert on touchstone.authority, touchstone.event, touchstone.blob to touchstone_append;
grant select, insert, update on touchstone.consumer_checkpoint to touchstone_append;
-- Narrative is read by the role that appends and by no other: who works out views gets by with headers and facts. Whoever only reads
-- views has nothing to look for in the log.
grant select on touchstone.authority to touchstone_project;
grant select (authority, position, stream, revision, recorded_at, kind, type, header, facts) on touchstone.event
  to touchstone_project;
