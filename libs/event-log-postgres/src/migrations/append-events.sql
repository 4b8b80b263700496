-- Takes in a batch of appends to one authority's log, each decided for itself, in one transaction.
--
-- The appends are numbered from 1 by their place in the first arrays:
--   streams, kinds       the stream of each, and the kind of the stream
--   expectations         'none', 'exists', 'any' or the revision of the stream's last event
--   earlier              number of the append before it in this batch that goes to the same stream; 0 where there is none
--   command_ids, digests the command of each; a batch holds a command id once
--   event_counts         how many of the events belong to each, in order
-- The events are in the last arrays; append_numbers says to which append each belongs.
--
-- The answers are arrays in the order of the appends: the outcome ('appended', 'already-done', 'conflict' or
-- 'command-mismatch') and what it says. Of a conflict, last_revisions has the revision of the stream's last event.
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
  types text[],
  headers bytea[],
  facts bytea[],
  narratives bytea[],
  out outcomes text[],
  out done_streams text[],
  out first_revisions bigint[],
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
  done_at bigint[];
  done touchstone.event;
  expectation text;
  n int := 0;
  events_before int := 0;
  last_of_stream bigint;
  -- The last revision of the append's stream, once the append has been decided.
  last_after bigint[];
  -- Where an event goes is its number in the arrays and these, which are null for an append that is refused.
  to_position bigint[];
  to_revision bigint[];
begin
  -- Whoever appends to this log waits here until the one before has committed. So positions are given out in the order of
  -- commits, and whoever sees a position sees every one before it. A statement sees what was committed when it began: all
  -- that is looked up must therefore stand in statements after this one.
  perform set_config('touchstone.authority', of_authority, true),
          pg_advisory_xact_lock(hashtextextended(of_authority, 0));

  select last_event.position, last_event.recorded_at, known.standing, known.done_at
    into head, now_recorded, standing, done_at
    from (
      select array_agg((select e.revision from touchstone.event e
                         where e.authority = of_authority and e.stream = asked.stream
                         order by e.revision desc limit 1)) as standing,
             array_agg((select e.position from touchstone.event e
                         where e.authority = of_authority and e.command = asked.command_id)) as done_at
        from unnest(streams, command_ids) as asked (stream, command_id)
    ) known
    left join (
      select e.position, e.recorded_at from touchstone.event e
       where e.authority = of_authority order by e.position desc limit 1
    ) last_event on true;
  now_recorded := greatest(now_recorded, date_trunc('milliseconds', clock_timestamp()));
  if head is null then
    head := 0;
    insert into touchstone.authority values (of_authority) on conflict do nothing;
  end if;

  -- An array whose first elements were left out would not begin at 1.
  done_streams := array_fill(null::text, array[cardinality(streams)]);
  first_revisions := array_fill(null::bigint, array[cardinality(streams)]);
  last_revisions := first_revisions;
  last_positions := first_revisions;
  to_position := first_revisions;
  to_revision := first_revisions;
  foreach expectation in array expectations loop
    n := n + 1;
    last_of_stream := case when earlier[n] > 0 then last_after[earlier[n]] else standing[n] end;
    if done_at[n] is not null then
      select * into done from touchstone.event e where e.authority = of_authority and e.position = done_at[n];
      if done.command_digest = digests[n] then
        outcomes[n] := 'already-done';
        done_streams[n] := done.stream;
        first_revisions[n] := done.command_first_revision;
        last_revisions[n] := done.revision;
        last_positions[n] := done.position;
      else
        outcomes[n] := 'command-mismatch';
      end if;
    elsif (case expectation
        when 'any' then true
        when 'none' then last_of_stream is null
        when 'exists' then last_of_stream is not null
        else last_of_stream is not distinct from expectation::bigint
      end)
    then
      outcomes[n] := 'appended';
      first_revisions[n] := coalesce(last_of_stream, -1) + 1;
      to_position[n] := head - events_before;
      to_revision[n] := first_revisions[n] - 1 - events_before;
      last_of_stream := first_revisions[n] - 1 + event_counts[n];
      last_revisions[n] := last_of_stream;
      head := head + event_counts[n];
      last_positions[n] := head;
    else
      outcomes[n] := 'conflict';
      last_revisions[n] := last_of_stream;
    end if;
    last_after[n] := last_of_stream;
    events_before := events_before + event_counts[n];
  end loop;

  insert into touchstone.event
  select of_authority, to_position[e.n] + e.number, streams[e.n], to_revision[e.n] + e.number, now_recorded,
         kinds[e.n], e.type, e.header, e.facts, e.narrative,
         case when to_position[e.n] + e.number = last_positions[e.n] then command_ids[e.n] end,
         case when to_position[e.n] + e.number = last_positions[e.n] then digests[e.n] end,
         case when to_position[e.n] + e.number = last_positions[e.n] then first_revisions[e.n] end
    from unnest(append_numbers, types, headers, facts, narratives) with ordinality
           as e (n, type, header, facts, narrative, number)
   where to_position[e.n] is not null;
end
$$;

revoke execute on function touchstone.append_events from public;
grant execute on function touchstone.append_events to touchstone_append;
