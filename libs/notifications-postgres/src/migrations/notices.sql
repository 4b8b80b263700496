-- Inboxes: what a person should know, as a code and what it is about. No narrative, no child's id, no name.
create table touchstone.notice (
  authority text not null,
  id uuid not null,
  person uuid not null,
  code text not null,
  about_kind text not null,
  about_id uuid not null,
  position bigint not null,
  at timestamptz not null,
  read_at timestamptz,
  -- The day whose digest told it; null while none did.
  told_on date,
  primary key (authority, id)
);

create index notice_inbox on touchstone.notice (authority, person, position desc, id desc);
create index notice_to_tell on touchstone.notice (authority, person) where read_at is null and told_on is null;

call touchstone.isolate_by_authority('touchstone.notice');

grant select, insert on touchstone.notice to touchstone_append;
grant update (read_at, told_on) on touchstone.notice to touchstone_append;

-- One row for a person and a day, written before the mail is sent: 'claimed' without an end means that nobody knows whether it went.
create table touchstone.notice_digest (
  authority text not null,
  person uuid not null,
  day date not null,
  state text not null check (state in ('claimed', 'sent', 'put-off')),
  attempt integer not null check (attempt > 0),
  retry_at timestamptz not null,
  primary key (authority, person, day)
);

call touchstone.isolate_by_authority('touchstone.notice_digest');

grant select, insert on touchstone.notice_digest to touchstone_append;
grant update (state, attempt, retry_at) on touchstone.notice_digest to touchstone_append;
