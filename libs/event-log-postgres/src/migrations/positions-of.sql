-- Positions of the first events after a position that pass a filter, in order, by the index of kinds and types: as much is
-- looked at as is found, wherever in the log it stands. Null for types or kinds: all of them. touchstone.authority is set by
-- whoever calls this.
create function touchstone.positions_of(
  of_authority text, after_position bigint, of_types text[], of_kinds text[], at_most int
)
returns setof bigint
language plpgsql
as $$
begin
  return query
    -- The few pairs of kind and type that there are, each found from the one before it.
    with recursive pair as (
      (select e.kind, e.type from touchstone.event e
        where e.authority = of_authority order by e.kind, e.type limit 1)
      union all
      select next.*
        from pair
       cross join lateral (
         select e.kind, e.type from touchstone.event e
          where e.authority = of_authority and (e.kind, e.type) > (pair.kind, pair.type)
          order by e.kind, e.type limit 1
       ) next
    )
    select found.position
      from pair
     cross join lateral (
       select e.position from touchstone.event e
        where e.authority = of_authority and e.kind = pair.kind and e.type = pair.type and e.position > after_position
        order by e.position
        limit at_most
     ) found
     where (of_types is null or pair.type = any (of_types)) and (of_kinds is null or pair.kind = any (of_kinds))
     order by found.position
     limit at_most;
end
$$;

revoke execute on function touchstone.positions_of from public;
grant execute on function touchstone.positions_of to touchstone_append, touchstone_project;
