-- Events in order of position, each row with the head of the log. There is always at least one row; the event's columns are null in
-- it when nothing was found. Null for types or kinds: all of them.
--
-- A filter that passes much is served best by the log itself, one that passes little by an index; which of them it is shows
-- on the way. So the next few pages' worth of the log is looked through first, and the indexes are asked for the rest.
create function touchstone.read_log:suffix(
  of_authority text, after_position bigint, of_types text[], of_kinds text[], at_most int
)
returns table (
  head bigint,
  "position" bigint,
  revision bigint,
  recorded_at timestamptz(3),
  header text,
  facts text,
  narrative bytea
)
language plpgsql
as $$
#variable_conflict use_column
declare
  known_head bigint;
  looked_to bigint;
  found_near int;
  found_far int := 0;
begin
  -- Asked first: every event up to the head is seen by the statements after this one, and none beyond it is given out.
  known_head := touchstone.head_of_log(of_authority);
  looked_to := least(
    known_head,
    after_position + at_most * case when of_types is null and of_kinds is null then 1 else 4 end);

  return query
    select known_head, e.position, e.revision, e.recorded_at,
           convert_from(e.header, 'UTF8'), convert_from(e.facts, 'UTF8'), :narrative
      from touchstone.event e
     where e.authority = of_authority and e.position > after_position and e.position <= looked_to
       and (of_types is null or e.type = any (of_types))
       and (of_kinds is null or e.kind = any (of_kinds))
     order by e.position
     limit at_most;
  get diagnostics found_near = row_count;

  if found_near < at_most and looked_to < known_head then
    return query
      select known_head, e.position, e.revision, e.recorded_at,
             convert_from(e.header, 'UTF8'), convert_from(e.facts, 'UTF8'), :narrative
        from touchstone.positions_of(of_authority, looked_to, of_types, of_kinds, at_most - found_near) as far
        join touchstone.event e on e.authority = of_authority and e.position = far
       where far <= known_head
       order by far;
    get diagnostics found_far = row_count;
  end if;

  if found_near + found_far = 0 then
    head := known_head;
    return next;
  end if;
end
$$;

revoke execute on function touchstone.read_log:suffix from public;
grant execute on function touchstone.read_log:suffix to :readers;
