-- The head of the log of the authority $1 as a first row that has no header, and then its events after the position $2 and up to $3
-- that pass the filter, in order, at most $4. Types $5 and kinds $6: null for all of them.
(
  select e.position, null::bigint as revision, null::timestamptz as recorded_at, null::text as header, null::text as facts,
         null::bytea as narrative
    from touchstone.event e
   where :as_authority and e.authority = $1
   order by e.position desc
   limit 1
)
union all
(
  select e.position, e.revision, e.recorded_at, convert_from(e.header, 'UTF8'), convert_from(e.facts, 'UTF8'), :narrative
    from touchstone.event e
   where :as_authority and e.authority = $1 and e.position > $2 and e.position <= $3
     and ($5::text[] is null or e.type = any ($5::text[]))
     and ($6::text[] is null or e.kind = any ($6::text[]))
   order by e.position
   limit $4
)
