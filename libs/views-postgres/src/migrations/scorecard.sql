-- What happened with measures: a row per event, never changed. How they stand is folded when it is asked for.

create table touchstone.measure_entry (like touchstone.escalation_entry including all);

call touchstone.isolate_by_authority('touchstone.measure_entry');

grant select, insert, update, delete on touchstone.measure_entry to touchstone_project;
grant select on touchstone.measure_entry to touchstone_read;
