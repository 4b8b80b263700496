import type { Acting, OrderFor, PersonContext } from '#audit-cycle';
import type { Lookups } from './lookups.js';

/** What deciding about a person needs. */
export async function personContext(
  { streams }: Lookups,
  authority: string,
  { id, command }: OrderFor<'person'>,
  acting: Acting,
): Promise<PersonContext> {
  const manager =
    command.type === 'RecordLineManager'
      ? (await streams.load(authority, 'person', command.manager)).state
      : null;
  return { ...acting, person: id, manager };
}
