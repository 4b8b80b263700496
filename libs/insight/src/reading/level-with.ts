import type { AuthorityId } from '#audit-cycle';
import { Problem } from '#platform';
import type { View } from '#views';
import type { ViewLevels } from './sources.js';

/** How long a request waits for a view, in milliseconds. */
const LONGEST_WAIT = 5000;

/** Waits until a view tells of a position of the log. @throws Problem 503 `view-behind` when that takes too long */
export async function levelWith(
  levels: ViewLevels,
  view: View,
  authority: AuthorityId,
  position: bigint,
): Promise<void> {
  if (await levels.waitForPosition(view.name, authority, position, LONGEST_WAIT)) return;
  throw new Problem(
    503,
    'view-behind',
    `The view ${view.name} does not tell of position ${position} yet. Ask again in a few seconds.`,
    { headers: { 'retry-after': '5' } },
  );
}
