-- What the commands $2 of the authority $1 did; no row for one that was never done.
select e.command as id, encode(e.command_digest, 'hex') as digest, e.stream, e.command_first_revision as first_revision,
       e.revision as last_revision, e.position as last_position
  from touchstone.event e
 where :as_authority and e.authority = $1 and e.command = any ($2::uuid[])
