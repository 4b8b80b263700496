-- What is sealed: special categories of personal data, as bytes that open with a key that is not in this database. Neither the role that appends,
-- nor those that work out views or read them, can fetch even these bytes.
create table touchstone.sealed_blob (
  authority text collate "C" not null,
  digest bytea not null check (digest = sha256(bytes)),
  bytes bytea not null,
  primary key (authority, digest)
);
call touchstone.isolate_by_authority('touchstone.sealed_blob');

-- The key that they were sealed with, by a name that tells nothing of it; one for all authorities.
create table touchstone.sealing_key (
  one boolean primary key default true check (one),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$')
);

grant select, insert on touchstone.sealed_blob, touchstone.sealing_key to touchstone_sealed;
