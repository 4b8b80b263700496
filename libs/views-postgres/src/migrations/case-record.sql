-- What rounds put on the records of cases, and of which team whoever reads is. Its entries are made with the first views.

create table touchstone.case_record_round (
  authority text collate "C" not null,
  generation integer not null,
  id text collate "C" not null,
  from_revision bigint not null,
  to_revision bigint,
  known_from timestamptz(3) not null,
  known_to timestamptz(3),
  shown jsonb not null,
  waiting jsonb not null,
  primary key (authority, generation, id, from_revision)
);

create table touchstone.case_record_person (like touchstone.escalation_person including all);

call touchstone.isolate_by_authority('touchstone.case_record_round');
call touchstone.isolate_by_authority('touchstone.case_record_person');

grant select, insert, update, delete on
  touchstone.case_record_round, touchstone.case_record_person
to touchstone_project;
grant select on
  touchstone.case_record_round, touchstone.case_record_person
to touchstone_read;
