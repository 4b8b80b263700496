-- Reading within one authority, in one round trip: the function itself names the authority to row-level security.
create function touchstone.read_stream(of_authority text, of_stream text, after_revision bigint, at_most int)
returns setof touchstone.event
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select * from touchstone.event e
    where e.authority = of_authority and e.stream = of_stream and e.revision > after_revision
    order by e.revision
    limit at_most;
end
$$;

-- Events in order of position, each row with the head of the log as the same snapshot saw it. There is always at least one row;
-- the event's columns are null in it when nothing was found. Null for types or kinds: all of them.
create function touchstone.read_log(of_authority text, after_position bigint, of_types text[], of_kinds text[], at_most int)
returns table (
  head bigint,
  "position" bigint,
  revision bigint,
  recorded_at timestamptz(3),
  header bytea,
  facts bytea,
  narrative bytea
)
language plpgsql
as $$
#variable_conflict use_column
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select known.head, found.position, found.revision, found.recorded_at, found.header, found.facts, found.narrative
    from (
      select coalesce((select h.position from touchstone.log_head h where h.authority = of_authority), 0) as head
    ) known
    left join lateral (
      select * from touchstone.event e
      where e.authority = of_authority and e.position > after_position
        and (of_types is null or e.type = any (of_types))
        and (of_kinds is null or e.kind = any (of_kinds))
      order by e.position
      limit at_most
    ) found on true
    order by found.position;
end
$$;

-- 0 for an authority without events.
create function touchstone.head_of_log(of_authority text)
returns bigint
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return coalesce((select position from touchstone.log_head where authority = of_authority), 0);
end
$$;

-- No row for a command that was never done.
create function touchstone.find_commands(of_authority text, command_ids uuid[])
returns setof touchstone.command
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query select * from touchstone.command c where c.authority = of_authority and c.id = any (command_ids);
end
$$;

revoke execute on function touchstone.read_stream, touchstone.read_log, touchstone.head_of_log, touchstone.find_commands
  from public;
grant execute on function touchstone.find_commands to touchstone_append;
grant execute on function touchstone.read_stream, touchstone.read_log, touchstone.head_of_log
  to touchstone_append, touchstone_project, touchstone_read;
