create table touchstone.note (
  authority text not null,
  text text not null
);
call touchstone.isolate_by_authority('touchstone.note');
grant insert, select on touchstone.note to touchstone_append;
grant select on touchstone.note to touchstone_read;
