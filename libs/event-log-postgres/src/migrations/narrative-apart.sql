-- Narrative is read by the role that appends and by no other: who works out views or asks them gets by with headers and facts.
revoke select on touchstone.event from touchstone_project, touchstone_read;
grant select (authority, position, stream, revision, recorded_at, kind, type, header, facts) on touchstone.event
  to touchstone_project;
revoke execute on function touchstone.read_stream, touchstone.read_log from touchstone_project, touchstone_read;

-- As read_stream, without narrative.
create function touchstone.read_stream_facts(of_authority text, of_stream text, after_revision bigint, at_most int)
returns table ("position" bigint, revision bigint, recorded_at timestamptz(3), header bytea, facts bytea)
language plpgsql
as $$
#variable_conflict use_column
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select e.position, e.revision, e.recorded_at, e.header, e.facts
    from touchstone.event e
    where e.authority = of_authority and e.stream = of_stream and e.revision > after_revision
    order by e.revision
    limit at_most;
end
$$;

-- As read_log, without narrative.
create function touchstone.read_log_facts(
  of_authority text, after_position bigint, of_types text[], of_kinds text[], at_most int
)
returns table (
  head bigint,
  "position" bigint,
  revision bigint,
  recorded_at timestamptz(3),
  header bytea,
  facts bytea
)
language plpgsql
as $$
#variable_conflict use_column
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select known.head, found.position, found.revision, found.recorded_at, found.header, found.facts
    from (
      select coalesce((select h.position from touchstone.log_head h where h.authority = of_authority), 0) as head
    ) known
    left join lateral (
      select e.position, e.revision, e.recorded_at, e.header, e.facts
      from touchstone.event e
      where e.authority = of_authority and e.position > after_position
        and (of_types is null or e.type = any (of_types))
        and (of_kinds is null or e.kind = any (of_kinds))
      order by e.position
      limit at_most
    ) found on true
    order by found.position;
end
$$;

revoke execute on function touchstone.read_stream_facts, touchstone.read_log_facts from public;
grant execute on function touchstone.read_stream_facts, touchstone.read_log_facts to touchstone_project;
