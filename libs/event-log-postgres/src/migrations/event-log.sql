-- The event log. An authority's events have dense positions of their own; the authority leads every key.

-- The authorities that have a log. A list of tenants and nothing about them, so it has no row-level security.
create table touchstone.authority (
  authority text primary key
);

-- The last position given out. Locking this row is what puts an authority's writers in line.
create table touchstone.log_head (
  authority text primary key references touchstone.authority,
  position bigint not null,
  recorded_at timestamptz(3) not null
);

-- header, facts and narrative are the exact bytes that were handed in; stream, revision, type and kind repeat
-- what the header says so that it can be searched.
create table touchstone.event (
  authority text not null,
  position bigint not null check (position > 0),
  stream text not null check (starts_with(stream, authority || '/')),
  revision bigint not null check (revision >= 0),
  recorded_at timestamptz(3) not null,
  kind text not null,
  type text not null,
  header bytea not null,
  facts bytea not null,
  narrative bytea,
  primary key (authority, position),
  unique (authority, stream, revision)
);

-- What each command did, and the digest that tells a repeat from another command under the same id. The digest covers
-- narrative, so it stays out of the event's header: it can be deleted when narrative is destroyed.
create table touchstone.command (
  authority text not null,
  id uuid not null,
  digest bytea not null,
  stream text not null,
  first_revision bigint not null,
  last_revision bigint not null,
  last_position bigint not null,
  primary key (authority, id)
);

create table touchstone.blob (
  authority text not null,
  digest bytea not null check (digest = sha256(bytes)),
  bytes bytea not null,
  primary key (authority, digest)
);

create table touchstone.consumer_checkpoint (
  authority text not null,
  consumer text not null,
  position bigint not null,
  primary key (authority, consumer)
);

call touchstone.isolate_by_authority('touchstone.log_head');
call touchstone.isolate_by_authority('touchstone.event');
call touchstone.isolate_by_authority('touchstone.command');
call touchstone.isolate_by_authority('touchstone.blob');
call touchstone.isolate_by_authority('touchstone.consumer_checkpoint');

-- Nobody may update or delete an event, a command or a blob.
grant select, insert on touchstone.authority, touchstone.event, touchstone.command, touchstone.blob to touchstone_append;
grant select, insert, update on touchstone.log_head, touchstone.consumer_checkpoint to touchstone_append;
grant select on touchstone.authority, touchstone.log_head, touchstone.event, touchstone.blob
  to touchstone_project, touchstone_read;
