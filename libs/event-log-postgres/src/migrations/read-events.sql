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

-- Events in order of position. Null for types or kinds: all of them. No row has a position beyond `up_to`.
create function touchstone.read_log(
  of_authority text,
  after_position bigint,
  up_to bigint,
  of_types text[],
  of_kinds text[],
  at_most int
)
returns setof touchstone.event
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select * from touchstone.event e
    where e.authority = of_authority and e.position > after_position and e.position <= up_to
      and (of_types is null or e.type = any (of_types))
      and (of_kinds is null or e.kind = any (of_kinds))
    order by e.position
    limit at_most;
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
create function touchstone.find_command(of_authority text, command_id uuid)
returns setof touchstone.command
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query select * from touchstone.command c where c.authority = of_authority and c.id = command_id;
end
$$;

revoke execute on function touchstone.read_stream, touchstone.read_log, touchstone.head_of_log, touchstone.find_command
  from public;
grant execute on function touchstone.find_command to touchstone_append;
grant execute on function touchstone.read_stream, touchstone.read_log, touchstone.head_of_log
  to touchstone_append, touchstone_project, touchstone_read;
