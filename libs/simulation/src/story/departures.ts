import type { Chance } from '../chance.js';
import type { Shares } from '../shares.js';

/** What does not go as usual with a case that is graded; at most one of these. */
export type Departure = keyof Shares['departures'];

export function departureOf(chance: Chance, { departures }: Shares): Departure | null {
  let thrown = chance.uniform('departure');
  for (const [departure, share] of Object.entries(departures)) {
    if (thrown < share) return departure as Departure;
    thrown -= share;
  }
  return null;
}
