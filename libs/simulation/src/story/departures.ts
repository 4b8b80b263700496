import type { Chance } from '../chance.js';

/** What does not go as usual with a case that is graded; at most one of these. */
export type Departure =
  | 'conflict-declared'
  | 'conflict-registered'
  | 'risk'
  | 'allegation'
  | 'above-limit'
  | 'returned'
  | 'moderation-missed'
  | 'moderation-late'
  | 'moderator-replaced'
  | 'moderator-tied'
  | 'longer'
  | 'corrected'
  | 'held'
  | 'withdrawal-declined';

/** Shares of the cases that are graded in time. What is about moderation shows only in those that are moderated, some four in ten. */
const SHARES: Readonly<Record<Departure, number>> = {
  'conflict-declared': 0.012,
  'conflict-registered': 0.008,
  risk: 0.015,
  allegation: 0.004,
  'above-limit': 0.01,
  returned: 0.03,
  'moderation-missed': 0.008,
  'moderation-late': 0.01,
  'moderator-replaced': 0.02,
  'moderator-tied': 0.01,
  longer: 0.02,
  corrected: 0.015,
  held: 0.006,
  'withdrawal-declined': 0.008,
};

export function departureOf(chance: Chance): Departure | null {
  let thrown = chance.uniform('departure');
  for (const [departure, share] of Object.entries(SHARES)) {
    if (thrown < share) return departure as Departure;
    thrown -= share;
  }
  return null;
}
