-- The secrets that choose audits for moderation. A secret is made once and never changed: its digest is on the record, and the secret
-- itself is published when the cycle closes. Whoever only reads, or only projects, cannot see it.
create table touchstone.cycle_secret (
  authority text not null,
  cycle uuid not null,
  secret text not null check (secret ~ '^[0-9a-f]{64}$'),
  primary key (authority, cycle)
);

call touchstone.isolate_by_authority('touchstone.cycle_secret');

grant select, insert on touchstone.cycle_secret to touchstone_append;
