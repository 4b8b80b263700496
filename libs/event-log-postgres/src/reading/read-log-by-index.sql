-- Events of the authority $1 after the position $2 and up to $3 that pass the filter, in order, at most $4, by the index of kinds and
-- types: as much is looked at as is found, wherever in the log it stands. Types $5 and kinds $6: null for all of them.
with recursive pair as (
  -- The few pairs of kind and type that there are, each found from the one before it.
  (select e.kind, e.type
     from touchstone.event e
    where :as_authority and e.authority = $1
    order by e.kind, e.type
    limit 1)
  union all
  select next.*
    from pair
   cross join lateral (
     select e.kind, e.type
       from touchstone.event e
      where :as_authority and e.authority = $1 and (e.kind, e.type) > (pair.kind, pair.type)
      order by e.kind, e.type
      limit 1
   ) next
), found as materialized (
  select each.position
    from pair
   cross join lateral (
     select e.position
       from touchstone.event e
      where :as_authority and e.authority = $1 and e.kind = pair.kind and e.type = pair.type
        and e.position > $2 and e.position <= $3
      order by e.position
      limit $4
   ) each
   where ($5::text[] is null or pair.type = any ($5::text[])) and ($6::text[] is null or pair.kind = any ($6::text[]))
   order by each.position
   limit $4
)
select e.position, e.revision, e.recorded_at, convert_from(e.header, 'UTF8') as header, convert_from(e.facts, 'UTF8') as facts,
       :narrative as narrative
  from found
  join touchstone.event e on e.position = found.position
 where :as_authority and e.authority = $1
 order by e.position
