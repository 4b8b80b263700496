-- What could not wait, whose team it is about, and who is of which team: read together, since some of it is kept from that team.

create table touchstone.escalation (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  audit text collate "C" not null,
  cycle text collate "C" not null,
  child text collate "C" not null,
  reason text collate "C" not null,
  risk text collate "C",
  raised_by text collate "C" not null,
  raised_at timestamptz(3) not null,
  named_person text collate "C" not null,
  handed_on integer not null,
  due_at timestamptz(3) not null,
  restricted boolean not null,
  status text collate "C" not null,
  acknowledged_at timestamptz(3),
  resolved_at timestamptz(3),
  resolved_by text collate "C",
  what_code text collate "C",
  done_on date,
  on_child_record_since date,
  breach_recorded boolean not null,
  breached_how text collate "C",
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.escalation (authority, generation, cycle);
create index on touchstone.escalation (authority, generation, audit);

create table touchstone.escalation_case (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  team text collate "C",
  worker text collate "C",
  as_at date not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.escalation_person (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  joined_on date,
  left_on date,
  memberships jsonb not null,
  managers jsonb not null,
  primary key (authority, generation, id, from_revision)
);

-- A row per event, never changed.
create table touchstone.escalation_entry (
  authority text collate "C" not null,
  generation integer not null,
  stream_kind text collate "C" not null,
  stream_id text collate "C" not null,
  revision integer not null,
  position bigint not null,
  id text collate "C" not null,
  type text collate "C" not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  actor text collate "C" not null,
  facts jsonb not null,
  primary key (authority, generation, stream_kind, stream_id, revision)
);
create index on touchstone.escalation_entry (authority, generation, stream_id, position);

call touchstone.isolate_by_authority('touchstone.escalation');
call touchstone.isolate_by_authority('touchstone.escalation_case');
call touchstone.isolate_by_authority('touchstone.escalation_person');
call touchstone.isolate_by_authority('touchstone.escalation_entry');

grant select, insert, update, delete on
  touchstone.escalation,
  touchstone.escalation_case,
  touchstone.escalation_person,
  touchstone.escalation_entry
to touchstone_project;
grant select on
  touchstone.escalation,
  touchstone.escalation_case,
  touchstone.escalation_person,
  touchstone.escalation_entry
to touchstone_read;
