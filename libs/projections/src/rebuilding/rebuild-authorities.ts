import type { View } from '#views';
import { PoisonEvent } from '../stops/poison-event.js';
import { rebuildAuthority, type Rebuild } from './rebuild-authority.js';

/**
 * Makes the rows of a view anew, one authority after the other. An event that the view cannot take holds up its own authority only.
 * `done`: told of each whose new rows are live. @returns false when the signal ended it before all was done.
 * @throws PoisonEvent, the first, after all authorities had their turn. @throws NewerVersion at once, as `rebuildAuthority` does.
 */
export async function rebuildAuthorities(
  rebuild: Rebuild,
  view: View,
  authorities: readonly string[],
  done: (authority: string) => void,
): Promise<boolean> {
  const poison: PoisonEvent[] = [];
  for (const authority of authorities) {
    try {
      if (!(await rebuildAuthority(rebuild, view, authority))) return false;
      done(authority);
    } catch (error) {
      if (!(error instanceof PoisonEvent)) throw error;
      poison.push(error);
    }
  }
  if (poison[0] !== undefined) throw poison[0];
  return true;
}
