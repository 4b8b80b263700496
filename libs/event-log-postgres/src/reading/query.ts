import { readFileSync } from 'node:fs';

/**
 * Names the authority to row-level security within the statement itself, so that one round trip does. It speaks of no row, so
 * PostgreSQL looks at it before any row; did it not, row-level security would show none.
 */
const AS_AUTHORITY = "(select set_config('touchstone.authority', $1, true)) = $1";

/** The text of the query in the file `name`.sql beside this one. `narrative`: what stands for an event's narrative. */
export function query(name: string, narrative: 'e.narrative' | 'null::bytea' = 'null::bytea'): string {
  return readFileSync(new URL(`./${name}.sql`, import.meta.url), 'utf8')
    .replaceAll(':as_authority', AS_AUTHORITY)
    .replaceAll(':narrative', narrative);
}
