-- Events of the stream $2 of the authority $1 after the revision $3, in order, at most $4.
select e.position, e.revision, e.recorded_at, convert_from(e.header, 'UTF8') as header, convert_from(e.facts, 'UTF8') as facts,
       :narrative as narrative
  from touchstone.event e
 where :as_authority and e.authority = $1 and e.stream = $2 and e.revision > $3
 order by e.revision
 limit $4
