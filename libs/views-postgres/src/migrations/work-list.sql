-- What waits for whom. Days and moments are facts of events; what is due soon or overdue is worked out for the day asked for.

create table touchstone.work_audit (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  cycle text collate "C" not null,
  child text collate "C" not null,
  team text collate "C",
  worker text collate "C",
  as_at date not null,
  status text collate "C" not null,
  since timestamptz(3) not null,
  auditor text collate "C",
  audit_due date,
  auditor_conflict_at timestamptz(3),
  moderation_required boolean not null,
  moderation_since timestamptz(3),
  moderation_missed_at timestamptz(3),
  moderator text collate "C",
  moderation_due date,
  moderator_conflict_at timestamptz(3),
  dispute_until date,
  dispute_due date,
  had_part jsonb not null,
  commented_by jsonb not null,
  comments_until date,
  feedback_due date,
  feedback_given boolean not null,
  withdrawal_requested_by text collate "C",
  withdrawal_requested_at timestamptz(3),
  submitted_grade text collate "C",
  standing_grade text collate "C",
  primary key (authority, generation, id, from_revision)
);
-- Final audits are many and seldom read: only their feedback and comments are left.
create index on touchstone.work_audit (authority, generation, status, feedback_given) where known_to is null;
create index on touchstone.work_audit (authority, generation, worker) where known_to is null;

create table touchstone.work_action (
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
  team text collate "C",
  owner text collate "C" not null,
  former_owners jsonb not null,
  kind text collate "C" not null,
  due date not null,
  status text collate "C" not null,
  accepted boolean not null,
  impact text collate "C" not null,
  since timestamptz(3) not null,
  primary key (authority, generation, id, from_revision),
  check (num_nulls(audit, cycle, child) in (0, 3) and num_nulls(measure, surgery) in (0, 2)),
  check ((audit is null) <> (measure is null))
);
create index on touchstone.work_action (authority, generation, status) where known_to is null;

create table touchstone.work_escalation (
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
  named_person text collate "C" not null,
  due_at timestamptz(3) not null,
  restricted boolean not null,
  status text collate "C" not null,
  since timestamptz(3) not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_re_audit (
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
  status text collate "C" not null,
  re_auditor text collate "C",
  due date,
  since timestamptz(3) not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_session (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  leader text collate "C" not null,
  participants jsonb not null,
  graded jsonb not null,
  approved jsonb not null,
  status text collate "C" not null,
  since timestamptz(3) not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_auditor (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  is_auditor boolean not null,
  is_approved boolean not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_round (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  status text collate "C" not null,
  replaces text collate "C",
  ungraded jsonb not null,
  access jsonb not null,
  since timestamptz(3) not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_measure (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  review_requested_at timestamptz(3),
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_cycle (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  title text collate "C" not null,
  status text collate "C" not null,
  due_soon_working_days integer not null,
  feedback_required boolean not null,
  outside_team_for_inadequate boolean not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.work_person (
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

create table touchstone.work_calendar (like touchstone.completion_calendar including all);
create table touchstone.work_policy (like touchstone.completion_policy including all);

call touchstone.isolate_by_authority('touchstone.work_audit');
call touchstone.isolate_by_authority('touchstone.work_action');
call touchstone.isolate_by_authority('touchstone.work_escalation');
call touchstone.isolate_by_authority('touchstone.work_re_audit');
call touchstone.isolate_by_authority('touchstone.work_session');
call touchstone.isolate_by_authority('touchstone.work_auditor');
call touchstone.isolate_by_authority('touchstone.work_round');
call touchstone.isolate_by_authority('touchstone.work_measure');
call touchstone.isolate_by_authority('touchstone.work_cycle');
call touchstone.isolate_by_authority('touchstone.work_person');
call touchstone.isolate_by_authority('touchstone.work_calendar');
call touchstone.isolate_by_authority('touchstone.work_policy');

grant select, insert, update, delete on
  touchstone.work_audit,
  touchstone.work_action,
  touchstone.work_escalation,
  touchstone.work_re_audit,
  touchstone.work_session,
  touchstone.work_auditor,
  touchstone.work_round,
  touchstone.work_measure,
  touchstone.work_cycle,
  touchstone.work_person,
  touchstone.work_calendar,
  touchstone.work_policy
to touchstone_project;
grant select on
  touchstone.work_audit,
  touchstone.work_action,
  touchstone.work_escalation,
  touchstone.work_re_audit,
  touchstone.work_session,
  touchstone.work_auditor,
  touchstone.work_round,
  touchstone.work_measure,
  touchstone.work_cycle,
  touchstone.work_person,
  touchstone.work_calendar,
  touchstone.work_policy
to touchstone_read;
