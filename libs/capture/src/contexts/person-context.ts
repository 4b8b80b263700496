import type { Acting, OrderFor, PersonContext } from '#audit-cycle';
import type { Known } from './lookups.js';

/** What deciding about a person needs. */
export async function personContext(
  { look }: Known,
  { id, command }: OrderFor<'person'>,
  acting: Acting,
): Promise<PersonContext> {
  const manager = command.type === 'RecordLineManager' ? look.of('person', command.manager).state : null;
  return { ...acting, person: id, manager };
}
