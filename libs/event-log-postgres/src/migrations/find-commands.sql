-- No row for a command that was never done.
create function touchstone.find_commands(of_authority text, command_ids uuid[])
returns table (
  id uuid,
  digest bytea,
  stream text,
  first_revision bigint,
  last_revision bigint,
  last_position bigint
)
language plpgsql
as $$
#variable_conflict use_column
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select e.command, e.command_digest, e.stream, e.command_first_revision, e.revision, e.position
      from touchstone.event e
     where e.authority = of_authority and e.command = any (command_ids);
end
$$;

revoke execute on function touchstone.find_commands from public;
grant execute on function touchstone.find_commands to touchstone_append;
