import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { GiveClearance, WithdrawClearance } from './commands.js';
import type { PersonContext } from './context.js';
import type { Clearance, PersonEvent } from './events.js';
import { isHere, type PersonState } from './state.js';

/** Whether somebody who works here is cleared on a day. A role never is enough, and no role takes the place of it. */
export const isCleared = (person: PersonState, clearance: Clearance, on: IsoDate): boolean =>
  isHere(person, on) && standing(person, clearance, on) !== undefined;

/**
 * Clears somebody until a day that is named: whoever looks at what is sealed is asked about again. Given once more, it sets the last
 * day anew. Refusals: own-clearance, not-a-date, clearance-in-the-past, already-set.
 */
export const giveClearance = (
  { clearance, until }: GiveClearance,
  state: PersonState,
  { actor, person, now }: PersonContext,
): Decision<PersonEvent> => {
  if (actor.person === person) {
    return refuse('own-clearance', 'Somebody else must give you a clearance.');
  }
  if (!isIsoDate(until)) {
    return refuse('not-a-date', 'Write the last day of the clearance as YYYY-MM-DD.');
  }
  const today = londonDate(now);
  if (until < today) {
    return refuse('clearance-in-the-past', 'The last day has passed. Name today or a later day.', { today });
  }
  if (standing(state, clearance, today)?.until === until) {
    return refuse('already-set', 'This clearance is on record until that day.');
  }
  return accept({
    type: 'ClearanceGiven',
    facts: { clearance, by: actor.person, until },
    narrative: null,
  });
};

/** Ends a clearance at once. Refusals: not-cleared. */
export const withdrawClearance = (
  { clearance }: WithdrawClearance,
  state: PersonState,
  { actor, now }: PersonContext,
): Decision<PersonEvent> =>
  standing(state, clearance, londonDate(now)) === undefined
    ? refuse('not-cleared', 'This person has no such clearance today. Nothing was changed.')
    : accept({ type: 'ClearanceWithdrawn', facts: { clearance, by: actor.person }, narrative: null });

const standing = (
  { clearances }: PersonState,
  clearance: Clearance,
  on: IsoDate,
): PersonState['clearances'][number] | undefined =>
  clearances.find((known) => known.clearance === clearance && on <= known.until);
