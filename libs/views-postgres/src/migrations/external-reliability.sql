-- Rounds of reviewers from outside, and where the audits belong that a round may draw.

create table touchstone.external_round (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  status text collate "C" not null,
  half_year_from date not null,
  half_year_to date not null,
  frame_audits integer not null,
  sample_size integer not null,
  half_width_points double precision not null,
  at_percent double precision not null,
  rule jsonb not null,
  replaces text collate "C",
  cases jsonb not null,
  conclusion jsonb,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.external_audit (like touchstone.completion_place including all);
create table touchstone.external_cycle (like touchstone.grading_cycle including all);

call touchstone.isolate_by_authority('touchstone.external_round');
call touchstone.isolate_by_authority('touchstone.external_audit');
call touchstone.isolate_by_authority('touchstone.external_cycle');

grant select, insert, update, delete on
  touchstone.external_round, touchstone.external_audit, touchstone.external_cycle
to touchstone_project;
grant select on
  touchstone.external_round, touchstone.external_audit, touchstone.external_cycle
to touchstone_read;
