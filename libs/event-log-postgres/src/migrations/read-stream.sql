-- Events of one stream in order of revision. The function itself names the authority to row-level security, so that one round
-- trip does. Header and facts are UTF-8; they travel as text, which is half as long as bytea.
create function touchstone.read_stream:suffix(
  of_authority text, of_stream text, after_revision bigint, at_most int
)
returns table (
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
begin
  perform set_config('touchstone.authority', of_authority, true);
  return query
    select e.position, e.revision, e.recorded_at, convert_from(e.header, 'UTF8'), convert_from(e.facts, 'UTF8'),
           :narrative
      from touchstone.event e
     where e.stream = of_stream and e.revision > after_revision
     order by e.revision
     limit at_most;
end
$$;

revoke execute on function touchstone.read_stream:suffix from public;
grant execute on function touchstone.read_stream:suffix to :readers;
