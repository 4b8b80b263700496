-- Appends one event to the log of the authority $1 if that ends at position $2; if not, no row or a unique index says so.
-- Why this is safe beside append_events: append-at-head.sql.
insert into touchstone.event (authority, position, stream, revision, recorded_at, kind, type, header, facts, narrative,
                              command, command_digest, command_first_revision)
select $1, $2::bigint + 1, $3, $4::bigint, greatest(last_event.recorded_at, date_trunc('milliseconds', now())),
       $5, $6, $7, $8, $9, $10::uuid, $11, $4::bigint
  from touchstone.event last_event
 where :alone_as_authority and last_event.authority = $1 and last_event.position = $2
   and ($4 = 0 or exists (select from touchstone.event e
                           where e.authority = $1 and e.stream = $3 and e.revision = $4 - 1))
