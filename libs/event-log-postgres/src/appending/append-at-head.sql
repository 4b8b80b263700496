-- Appends events to the log of the authority $1 if that ends at position $2 with an event of the command $15; if not, nothing
-- is appended: no row comes in, or a unique index refuses them all.
--
-- $3 to $12 are arrays in the order of the events: stream, revision, kind, type, header, facts, narrative, and for the last event of
-- an append its command, the command's digest and the revision with which it began.
-- $13 and $14: the streams, and the revision of the last event of each before these; -1 for a stream without events.
--
-- The command is asked for because the batch before may have missed, and another process come in with as many events: then this batch must
-- wait for that one to be decided.
--
-- It waits for its turn like append_events, but sees the log as it was before it waited. Nothing of what it sees then goes away. What may
-- have come since, the unique indexes see as it is now: an event behind $2, a later revision of a stream, the command. So either every
-- expectation holds, or nothing happens.
--
-- All that is looked up is the last of something in the order of the one index that serves it: a plan made while the log was empty
-- takes that index as well, and is kept.
insert into touchstone.event (authority, position, stream, revision, recorded_at, kind, type, header, facts, narrative,
                              command, command_digest, command_first_revision)
select $1, $2::bigint + e.number, e.stream, e.revision,
       greatest(last_event.recorded_at, date_trunc('milliseconds', now())),
       e.kind, e.type, e.header, e.facts, e.narrative, e.command, e.digest, e.first_revision
  from (select e.position, e.recorded_at, e.command from touchstone.event e
         where e.authority = $1 order by e.position desc limit 1) last_event
 cross join unnest($3::text[], $4::bigint[], $5::text[], $6::text[], $7::bytea[], $8::bytea[], $9::bytea[],
                   $10::uuid[], $11::bytea[], $12::bigint[])
         with ordinality as e (stream, revision, kind, type, header, facts, narrative, command, digest, first_revision, number)
 where :alone_as_authority and last_event.position = $2 and last_event.command = $15::uuid
   and not exists (
     select from unnest($13::text[], $14::bigint[]) as before (stream, revision)
      where before.revision <> coalesce((select e.revision from touchstone.event e
                                          where e.authority = $1 and e.stream = before.stream
                                          order by e.revision desc limit 1), -1))
