-- What re-audits found, when actions had been claimed to be done, and where the audits belong that were done again.

create table touchstone.re_audit_outcome (
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
  rule text collate "C" not null,
  status text collate "C" not null,
  selected_at timestamptz(3) not null,
  re_audited_at timestamptz(3),
  original_grade text collate "C" not null,
  grade text collate "C",
  actions jsonb not null,
  verdicts jsonb not null,
  primary key (authority, generation, id, from_revision)
);
create index on touchstone.re_audit_outcome (authority, generation, cycle);

create table touchstone.re_audit_action (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  theme text collate "C",
  impact text collate "C",
  claims jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.re_audit_cycle (like touchstone.grading_cycle including all);
create table touchstone.re_audit_place (like touchstone.completion_place including all);

call touchstone.isolate_by_authority('touchstone.re_audit_outcome');
call touchstone.isolate_by_authority('touchstone.re_audit_action');
call touchstone.isolate_by_authority('touchstone.re_audit_cycle');
call touchstone.isolate_by_authority('touchstone.re_audit_place');

grant select, insert, update, delete on
  touchstone.re_audit_outcome, touchstone.re_audit_action, touchstone.re_audit_cycle, touchstone.re_audit_place
to touchstone_project;
grant select on
  touchstone.re_audit_outcome, touchstone.re_audit_action, touchstone.re_audit_cycle, touchstone.re_audit_place
to touchstone_read;
