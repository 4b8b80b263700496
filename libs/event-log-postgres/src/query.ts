import { readFileSync } from 'node:fs';

/**
 * Names the authority to row-level security within the statement itself, so that one round trip does. It speaks of no row, so
 * PostgreSQL looks at it before any row; did it not, row-level security would show none.
 */
const AS_AUTHORITY = "(select set_config('touchstone.authority', $1, true)) = $1";

/** The same, and waits for whoever appends to the authority's log at this time, as append_events does. */
const ALONE_AS_AUTHORITY =
  "(select set_config('touchstone.authority', $1, true) || pg_advisory_xact_lock(hashtextextended($1, 0))::text) = $1";

/** The text of the query in the file `name`.sql, in the folder `from`. `narrative`: what stands for an event's narrative. */
export function query(
  from: 'appending' | 'reading',
  name: string,
  narrative: 'e.narrative' | 'null::bytea' = 'null::bytea',
): string {
  return readFileSync(new URL(`./${from}/${name}.sql`, import.meta.url), 'utf8')
    .replaceAll(':as_authority', AS_AUTHORITY)
    .replaceAll(':alone_as_authority', ALONE_AS_AUTHORITY)
    .replaceAll(':narrative', narrative);
}
