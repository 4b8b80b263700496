-- Takes in a batch of appends to one authority's log, each decided for itself, in one transaction.
--
-- The appends are numbered from 1 by their place in the first arrays:
--   streams, kinds       the stream of each, and the kind of the stream
--   expectations         'none', 'exists', 'any' or the revision of the stream's last event
--   earlier              number of the append before it in this batch that goes to the same stream; 0 where there is none
--   command_ids, digests the command of each; a batch holds a command id once
--   event_counts         how many of the events belong to each
-- The events are in the last arrays; append_numbers says to which append each belongs, event_numbers which of its events
-- it is, from 1.
--
-- The answers are arrays in the order of the appends: the outcome, the revision of the stream's last event after it (null for a
-- stream without events), and the position of its last event where it was appended.
--   'appended'   all of its events are in
--   'conflict'   the expectation does not hold
--   'known'      something was done under the command's id before; find-commands.sql says what
create function touchstone.append_events(
  of_authority text,
  streams text[],
  kinds text[],
  expectations text[],
  earlier int[],
  command_ids uuid[],
  digests bytea[],
  event_counts int[],
  append_numbers int[],
  event_numbers int[],
  types text[],
  headers bytea[],
  facts bytea[],
  narratives bytea[],
  out outcomes text[],
  out last_revisions bigint[],
  out last_positions bigint[]
)
language plpgsql
as $$
#variable_conflict use_column
declare
  head bigint;
  now_recorded timestamptz(3);
  standing bigint[];
  known boolean[];
  expectation text;
  n int := 0;
  last_of_stream bigint;
begin
  -- Whoever appends to this log waits here until the one before has committed. So positions are given out in the order of
  -- commits, and whoever sees a position sees every one before it. A statement sees what was committed when it began: all
  -- that is looked up must therefore stand in statements after this one.
  perform set_config('touchstone.authority', of_authority, true),
          pg_advisory_xact_lock(hashtextextended(of_authority, 0));

  select coalesce(last_event.position, 0),
         greatest(last_event.recorded_at, date_trunc('milliseconds', clock_timestamp())),
         looked_up.standing, looked_up.known
    into head, now_recorded, standing, known
    from (
      select array_agg((select e.revision from touchstone.event e
                         where e.authority = of_authority and e.stream = asked.stream
                         order by e.revision desc limit 1)) as standing,
             array_agg(exists (select from touchstone.event e
                                where e.authority = of_authority and e.command = asked.command_id)) as known
        from unnest(streams, command_ids) as asked (stream, command_id)
    ) looked_up
    left join (
      select e.position, e.recorded_at from touchstone.event e
       where e.authority = of_authority order by e.position desc limit 1
    ) last_event on true;
  if head = 0 then
    insert into touchstone.authority values (of_authority) on conflict do nothing;
  end if;

  -- Every expression costs once in a transaction, however often it is run: there are as few as will do.
  foreach expectation in array expectations loop
    n := n + 1;
    last_of_stream := case when earlier[n] > 0 then last_revisions[earlier[n]] else standing[n] end;
    if known[n] then
      outcomes[n] := 'known';
    elsif (case expectation
        when 'any' then true
        when 'none' then last_of_stream is null
        when 'exists' then last_of_stream is not null
        else last_of_stream is not distinct from expectation::bigint
      end)
    then
      outcomes[n] := 'appended';
      last_of_stream := coalesce(last_of_stream, -1) + event_counts[n];
      head := head + event_counts[n];
    else
      outcomes[n] := 'conflict';
    end if;
    last_revisions[n] := last_of_stream;
    last_positions[n] := head;
  end loop;

  insert into touchstone.event
  select of_authority, last_positions[e.n] - event_counts[e.n] + e.number, streams[e.n],
         last_revisions[e.n] - event_counts[e.n] + e.number, now_recorded, kinds[e.n], e.type, e.header, e.facts, e.narrative,
         case when e.number = event_counts[e.n] then command_ids[e.n] end,
         case when e.number = event_counts[e.n] then digests[e.n] end,
         case when e.number = event_counts[e.n] then last_revisions[e.n] - event_counts[e.n] + 1 end
    from unnest(append_numbers, event_numbers, types, headers, facts, narratives)
           as e (n, number, type, header, facts, narrative)
   where outcomes[e.n] = 'appended';
end
$$;

revoke execute on function touchstone.append_events from public;
grant execute on function touchstone.append_events to touchstone_append;
