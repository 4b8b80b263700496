-- When audits were whose, and when they were graded, moderated, finalised and talked about; when their cycles end; what could not wait; and
-- the days that nobody works.

create table touchstone.timeliness_audit (
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
  allocations jsonb not null,
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.timeliness_audit (authority, generation, cycle);

create table touchstone.timeliness_cycle (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  period_to date not null,
  closed_at timestamptz(3),
  without_grade jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.timeliness_calendar (like touchstone.completion_calendar including all);

create table touchstone.clock_audit (
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
  graded_at timestamptz(3),
  moderation_asked_at timestamptz(3),
  moderated_at timestamptz(3),
  missed_at timestamptz(3),
  returned_at timestamptz(3),
  withdrawn_at timestamptz(3),
  finalised_on date,
  feedback_due date,
  feedback_on date,
  comments_until date,
  commented_at timestamptz(3),
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.clock_audit (authority, generation, cycle);

create table touchstone.clock_escalation (like touchstone.escalation including all);
create table touchstone.clock_cycle (like touchstone.grading_cycle including all);

call touchstone.isolate_by_authority('touchstone.timeliness_audit');
call touchstone.isolate_by_authority('touchstone.timeliness_cycle');
call touchstone.isolate_by_authority('touchstone.timeliness_calendar');
call touchstone.isolate_by_authority('touchstone.clock_audit');
call touchstone.isolate_by_authority('touchstone.clock_escalation');
call touchstone.isolate_by_authority('touchstone.clock_cycle');

grant select, insert, update, delete on
  touchstone.timeliness_audit, touchstone.timeliness_cycle, touchstone.timeliness_calendar,
  touchstone.clock_audit, touchstone.clock_escalation, touchstone.clock_cycle
to touchstone_project;
grant select on
  touchstone.timeliness_audit, touchstone.timeliness_cycle, touchstone.timeliness_calendar,
  touchstone.clock_audit, touchstone.clock_escalation, touchstone.clock_cycle
to touchstone_read;
