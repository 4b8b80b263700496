-- Texts are compared code by code (collate "C"), so that lists and digests have one order on every server.
-- Moments have milliseconds, as events have. Nothing here can hold narrative: views are not given any.

-- How far the rows of each view tell of an authority's log. Readers see the live generation; the other is being built.
create table touchstone.view_checkpoint (
  authority text collate "C" not null,
  view text collate "C" not null,
  generation integer not null,
  version integer not null,
  position bigint not null,
  live boolean not null,
  -- The highest number of a generation that was given up: none is given out twice.
  spent integer not null default 0,
  primary key (authority, view, generation)
);
create unique index one_live_generation on touchstone.view_checkpoint (authority, view) where live;
create unique index one_generation_being_built on touchstone.view_checkpoint (authority, view) where not live;

-- A generation stands right before an event that it cannot take. It counts only while the checkpoint is before the event.
create table touchstone.view_stop (
  authority text collate "C" not null,
  view text collate "C" not null,
  generation integer not null,
  event text collate "C" not null,
  type text collate "C" not null,
  stream text collate "C" not null,
  revision bigint not null,
  position bigint not null,
  error text collate "C" not null,
  since timestamptz(3) not null,
  attempts integer not null,
  retry_asked boolean not null,
  primary key (authority, view, generation),
  foreign key (authority, view, generation) references touchstone.view_checkpoint on delete cascade
);

create table touchstone.view_stream (
  authority text collate "C" not null,
  view text collate "C" not null,
  generation integer not null,
  stream_kind text collate "C" not null,
  stream_id text collate "C" not null,
  revision bigint not null,
  primary key (authority, view, generation, stream_kind, stream_id)
);

-- Fact rows are kept in versions: known_from to known_to is when the log knew them so; what holds now has no known_to.

create table touchstone.grading_audit (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  cycle text collate "C" not null,
  child text collate "C" not null,
  family text collate "C",
  cohort text collate "C" not null,
  team text collate "C",
  stratum text collate "C" not null,
  probability double precision not null,
  auditor text collate "C",
  submitted_grade text collate "C",
  submitted_at timestamptz(3),
  rules jsonb not null,
  first_moderation jsonb,
  moderation_missed boolean not null,
  returned boolean not null,
  moderated_grade text collate "C",
  settled_grade text collate "C",
  final_grade text collate "C",
  sections jsonb not null,
  submitted_sections jsonb,
  moderated_sections jsonb not null,
  strengths jsonb not null,
  development jsonb not null,
  withdrawn text collate "C",
  withdrawn_after_grading boolean not null,
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.grading_audit (authority, generation, cycle);

create table touchstone.grading_tool (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  versions jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.grading_outside (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  grades jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.grading_cycle (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  title text collate "C" not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  period_from date not null,
  period_to date not null,
  scale text collate "C" not null,
  tool text collate "C" not null,
  tool_version integer not null,
  random_share_percent integer not null,
  areas jsonb not null,
  fewest jsonb not null,
  due_soon_working_days integer not null,
  working_days jsonb not null,
  feedback_required boolean not null,
  without_grade jsonb not null,
  findings jsonb,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.theme_action (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  audit text collate "C",
  cycle text collate "C",
  theme text collate "C",
  line_of_enquiry text collate "C",
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.theme_action (authority, generation, cycle);

create table touchstone.completion_action (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  audit text collate "C",
  cycle text collate "C",
  child text collate "C",
  measure text collate "C",
  surgery integer,
  owner text collate "C" not null,
  team text collate "C",
  priority text collate "C" not null,
  kind text collate "C" not null,
  theme text collate "C",
  line_of_enquiry text collate "C",
  due date not null,
  first_due date not null,
  set_at timestamptz(3) not null,
  status text collate "C" not null,
  repeats text collate "C",
  reported_done_at timestamptz(3),
  done_on date,
  verified_at timestamptz(3),
  verdict text collate "C",
  verified_by text collate "C",
  verification_method text collate "C",
  impact text collate "C",
  cancelled_at timestamptz(3),
  primary key (authority, generation, id, from_revision),
  check (num_nulls(audit, cycle, child) in (0, 3) and num_nulls(measure, surgery) in (0, 2)),
  check ((audit is null) <> (measure is null))
);
create index on touchstone.completion_action (authority, generation, cycle);
create index on touchstone.completion_action (authority, generation, audit);
create index on touchstone.completion_action (authority, generation, child);
create index on touchstone.completion_action (authority, generation, measure);
create index on touchstone.completion_action (authority, generation, owner);

create table touchstone.completion_cycle (like touchstone.grading_cycle including all);

create table touchstone.completion_place (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  cycle text collate "C" not null,
  child text collate "C" not null,
  cohort text collate "C" not null,
  team text collate "C",
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.completion_place (authority, generation, cycle);

create table touchstone.completion_calendar (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  covers_from date not null,
  covers_to date not null,
  holidays jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.completion_policy (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  areas jsonb not null,
  due_soon_working_days integer not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.progress_cycle (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  title text collate "C" not null,
  kind text collate "C" not null,
  status text collate "C" not null,
  period_from date not null,
  period_to date not null,
  reviewed_from date not null,
  reviewed_to date not null,
  cohorts jsonb not null,
  lines_of_enquiry jsonb not null,
  tool text collate "C" not null,
  tool_version integer not null,
  scale text collate "C" not null,
  policy_version integer not null,
  target_size integer not null,
  planned_at timestamptz(3) not null,
  as_at date,
  frame text collate "C",
  import_report text collate "C",
  children integer,
  children_by_cohort jsonb,
  sample jsonb,
  draws integer not null,
  replacements_drawn integer not null,
  opened_at timestamptz(3),
  closed_at timestamptz(3),
  without_grade jsonb,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.progress_audit (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  cycle text collate "C" not null,
  child text collate "C" not null,
  cohort text collate "C" not null,
  team text collate "C",
  stratum text collate "C" not null,
  status text collate "C" not null,
  step text collate "C" not null,
  auditor text collate "C",
  audit_due date,
  moderation_required boolean not null,
  moderator text collate "C",
  moderation_due date,
  sections_answered jsonb not null,
  legal_hold boolean not null,
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.progress_audit (authority, generation, cycle);
create index on touchstone.progress_audit (authority, generation, child);

-- A row per event, never changed.
create table touchstone.case_record_entry (
  authority text collate "C" not null,
  generation integer not null,
  stream_kind text collate "C" not null,
  stream_id text collate "C" not null,
  revision integer not null,
  position bigint not null,
  child text collate "C",
  cycle text collate "C",
  audit text collate "C",
  id text collate "C" not null,
  type text collate "C" not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  actor text collate "C" not null,
  facts jsonb not null,
  primary key (authority, generation, stream_kind, stream_id, revision),
  check (num_nulls(child, cycle, audit) in (0, 3))
);
create index on touchstone.case_record_entry (authority, generation, child, position);
create index on touchstone.case_record_entry (authority, generation, audit, position);

call touchstone.isolate_by_authority('touchstone.view_checkpoint');
call touchstone.isolate_by_authority('touchstone.view_stop');
call touchstone.isolate_by_authority('touchstone.view_stream');
call touchstone.isolate_by_authority('touchstone.grading_audit');
call touchstone.isolate_by_authority('touchstone.grading_cycle');
call touchstone.isolate_by_authority('touchstone.grading_tool');
call touchstone.isolate_by_authority('touchstone.grading_outside');
call touchstone.isolate_by_authority('touchstone.theme_action');
call touchstone.isolate_by_authority('touchstone.completion_action');
call touchstone.isolate_by_authority('touchstone.completion_cycle');
call touchstone.isolate_by_authority('touchstone.completion_place');
call touchstone.isolate_by_authority('touchstone.completion_calendar');
call touchstone.isolate_by_authority('touchstone.completion_policy');
call touchstone.isolate_by_authority('touchstone.progress_cycle');
call touchstone.isolate_by_authority('touchstone.progress_audit');
call touchstone.isolate_by_authority('touchstone.case_record_entry');

grant select, insert, update, delete on
  touchstone.view_checkpoint, touchstone.view_stop, touchstone.view_stream,
  touchstone.grading_audit, touchstone.grading_cycle, touchstone.grading_tool, touchstone.grading_outside,
  touchstone.theme_action, touchstone.completion_action, touchstone.completion_cycle,
  touchstone.completion_place, touchstone.completion_calendar, touchstone.completion_policy,
  touchstone.progress_cycle, touchstone.progress_audit,
  touchstone.case_record_entry
to touchstone_project;
grant select on
  touchstone.view_checkpoint, touchstone.view_stop, touchstone.view_stream,
  touchstone.grading_audit, touchstone.grading_cycle, touchstone.grading_tool, touchstone.grading_outside,
  touchstone.theme_action, touchstone.completion_action, touchstone.completion_cycle,
  touchstone.completion_place, touchstone.completion_calendar, touchstone.completion_policy,
  touchstone.progress_cycle, touchstone.progress_audit,
  touchstone.case_record_entry
to touchstone_read;
