-- The names behind the pseudonyms of the record, and where mail goes: the one table about people that is corrected and erased in place.
create table touchstone.person_name (
  authority text not null,
  person uuid not null,
  name text not null check (length(name) between 1 and 200),
  case_system_name text check (length(case_system_name) between 1 and 200),
  -- Where mail for the person goes; null for nowhere.
  mail_address text check (length(mail_address) between 3 and 254),
  primary key (authority, person)
);

call touchstone.isolate_by_authority('touchstone.person_name');

grant select, insert, update, delete on touchstone.person_name to touchstone_append;
grant select on touchstone.person_name to touchstone_read;
