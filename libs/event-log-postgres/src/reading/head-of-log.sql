-- Position of the last event of the authority $1; no row for an authority without events.
select e.position
  from touchstone.event e
 where :as_authority and e.authority = $1
 order by e.position desc
 limit 1
