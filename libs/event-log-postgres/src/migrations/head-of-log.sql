-- Position of an authority's last event; 0 for an authority without events.
create function touchstone.head_of_log(of_authority text)
returns bigint
language plpgsql
as $$
begin
  perform set_config('touchstone.authority', of_authority, true);
  return coalesce(
    (select e.position from touchstone.event e
      where e.authority = of_authority order by e.position desc limit 1),
    0);
end
$$;

revoke execute on function touchstone.head_of_log from public;
grant execute on function touchstone.head_of_log to touchstone_append, touchstone_project, touchstone_read;
