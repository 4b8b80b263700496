-- Positions of the first events after a position that pass a filter, in order, by the indexes of types and kinds: as much
-- is looked at as is found, wherever in the log it stands. At least one of the two filters is given. touchstone.authority
-- is set by whoever calls this.
create function touchstone.positions_of(
  of_authority text, after_position bigint, of_types text[], of_kinds text[], at_most int
)
returns setof bigint
language plpgsql
as $$
begin
  if of_types is not null then
    return query
      select found.position
        from unnest(of_types) as wanted (type)
       cross join lateral (
         select e.position
           from touchstone.event e
          where e.authority = of_authority and e.type = wanted.type and e.position > after_position
            and (of_kinds is null or e.kind = any (of_kinds))
          order by e.position
          limit at_most
       ) found
       order by found.position
       limit at_most;
  else
    return query
      select found.position
        from unnest(of_kinds) as wanted (kind)
       cross join lateral (
         select e.position
           from touchstone.event e
          where e.authority = of_authority and e.kind = wanted.kind and e.position > after_position
          order by e.position
          limit at_most
       ) found
       order by found.position
       limit at_most;
  end if;
end
$$;

revoke execute on function touchstone.positions_of from public;
grant execute on function touchstone.positions_of to touchstone_append, touchstone_project;
