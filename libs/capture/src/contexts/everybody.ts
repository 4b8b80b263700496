import { nobodyYet, type People } from '#audit-cycle';
import type { Lookups } from './lookups.js';

/** The whole people directory of an authority. An id that nobody has is a person who never joined. */
export async function everybody({ kinds }: Lookups, authority: string): Promise<People> {
  const known = await kinds.person.current(authority);
  return { find: (id) => known.get(id) ?? nobodyYet };
}
