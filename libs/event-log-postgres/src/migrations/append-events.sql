-- Takes in a batch of appends to one authority's log, each decided for itself, in one transaction.
--
-- Appends are numbered from 1 by their place in the first four arrays; event_counts says how many of the events in the last
-- four arrays belong to each. expectations: 'none', 'exists', 'any' or the revision of the stream's last event.
--
-- The head row is locked until the commit, so positions are given out in the order of commits: whoever sees a position
-- sees every one before it. Everything that is checked is checked behind that lock.
create function touchstone.append_events(
  of_authority text,
  streams text[],
  expectations text[],
  command_ids uuid[],
  digests bytea[],
  event_counts int[],
  types text[],
  headers bytea[],
  facts bytea[],
  narratives bytea[]
)
returns table (
  append_number int,
  outcome text,
  stream text,
  first_revision bigint,
  last_revision bigint,
  last_position bigint
)
language plpgsql
as $$
#variable_conflict use_column
declare
  head_position bigint;
  now_recorded timestamptz(3);
  done touchstone.command;
  last_of_stream bigint;
  expectation_holds boolean;
  first_event int := 1;
  kind_of_stream text;
begin
  perform set_config('touchstone.authority', of_authority, true);
  select position, recorded_at into head_position, now_recorded
    from touchstone.log_head where authority = of_authority for update;
  if not found then
    insert into touchstone.authority values (of_authority) on conflict do nothing;
    insert into touchstone.log_head values (of_authority, 0, '-infinity') on conflict do nothing;
    select position, recorded_at into head_position, now_recorded
      from touchstone.log_head where authority = of_authority for update;
  end if;
  now_recorded := greatest(now_recorded, date_trunc('milliseconds', clock_timestamp()));

  for n in 1 .. cardinality(streams) loop
    append_number := n;
    stream := streams[n];
    first_revision := null;
    last_revision := null;
    last_position := null;

    select * into done from touchstone.command where authority = of_authority and id = command_ids[n];
    if found then
      if done.digest = digests[n] then
        outcome := 'already-done';
        stream := done.stream;
        first_revision := done.first_revision;
        last_revision := done.last_revision;
        last_position := done.last_position;
      else
        outcome := 'command-mismatch';
      end if;
    else
      last_of_stream := (
        select revision from touchstone.event e
        where e.authority = of_authority and e.stream = streams[n]
        order by revision desc limit 1);
      expectation_holds := case expectations[n]
        when 'any' then true
        when 'none' then last_of_stream is null
        when 'exists' then last_of_stream is not null
        else last_of_stream is not distinct from expectations[n]::bigint
      end;
      if expectation_holds then
        outcome := 'appended';
        first_revision := coalesce(last_of_stream, -1) + 1;
        last_revision := coalesce(last_of_stream, -1) + event_counts[n];
        kind_of_stream := regexp_replace(streams[n], '^[^/]*/(.*)-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', '\1');
        insert into touchstone.event
        select of_authority, head_position + i, streams[n], first_revision + i - 1, now_recorded, kind_of_stream,
               types[first_event + i - 1], headers[first_event + i - 1], facts[first_event + i - 1],
               narratives[first_event + i - 1]
        from generate_series(1, event_counts[n]) i;
        head_position := head_position + event_counts[n];
        last_position := head_position;
        insert into touchstone.command
        values (of_authority, command_ids[n], digests[n], stream, first_revision, last_revision, last_position);
      else
        outcome := 'conflict';
        last_revision := last_of_stream;
      end if;
    end if;
    first_event := first_event + event_counts[n];
    return next;
  end loop;

  update touchstone.log_head set position = head_position, recorded_at = now_recorded
    where authority = of_authority and position < head_position;
  if found then
    perform pg_notify('touchstone_log', of_authority);
  end if;
end
$$;

revoke execute on function touchstone.append_events from public;
grant execute on function touchstone.append_events to touchstone_append;
