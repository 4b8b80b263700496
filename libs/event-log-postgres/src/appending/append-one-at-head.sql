-- Appends one event to the log of the authority $1 if that ends at position $2 with an event
-- of the command $12, and the stream $3 before the revision $4; if not, no
-- row comes in, or a unique index refuses it. Why this is safe beside append_events: append-at-head.sql.
insert into touchstone.event (authority, position, stream, revision, recorded_at, kind, type, header, facts, narrative,
                              command, command_digest, command_first_revision)
select $1, $2::bigint + 1, $3, $4::bigint, greatest(last_event.recorded_at, date_trunc('milliseconds', now())),
       $5, $6, $7, $8, $9, $10::uuid, $11, $4::bigint
  from (select e.position, e.recorded_at, e.command from touchstone.event e
         where e.authority = $1 order by e.position desc limit 1) last_event
 where :alone_as_authority and last_event.position = $2 and last_event.command = $12::uuid
   and $4 - 1 = coalesce((select e.revision from touchstone.event e
                           where e.authority = $1 and e.stream = $3 order by e.revision desc limit 1), -1)
