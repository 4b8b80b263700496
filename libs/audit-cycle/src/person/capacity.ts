import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { SetAgencyEndDate, SetCapacity } from './commands.js';
import type { PersonEvent } from './events.js';
import type { PersonState } from './state.js';

/** More audits than anybody does in one cycle: a number above it is a slip of the pen. */
const MOST_AUDITS = 200;

/** Refusals: capacity-invalid, not-a-date, already-set. */
export const setCapacity = (
  { audits, from }: SetCapacity,
  { capacities }: PersonState,
): Decision<PersonEvent> => {
  if (!Number.isInteger(audits) || audits < 0 || audits > MOST_AUDITS) {
    return refuse('capacity-invalid', `Give a whole number of audits in a cycle, from 0 to ${MOST_AUDITS}.`);
  }
  if (!isIsoDate(from)) return refuse('not-a-date', 'Write the first day as YYYY-MM-DD.', { date: from });
  if (capacities.some((known) => known.from === from && known.audits === audits)) {
    return refuse('already-set', 'This capacity is on record from that day.');
  }
  return accept({ type: 'CapacitySet', facts: { audits, from }, narrative: null });
};

/** Refusals: not-a-date, before-joining, already-set. */
export const setAgencyEndDate = (
  { on }: SetAgencyEndDate,
  { agencyEndsOn, joined }: PersonState,
): Decision<PersonEvent> => {
  if (on !== null && !isIsoDate(on)) {
    return refuse('not-a-date', 'Write the last day as YYYY-MM-DD; leave it out where there is no end.', {
      date: on,
    });
  }
  if (on !== null && joined !== null && on < joined) {
    return refuse('before-joining', 'This person had not joined by that day.', { joined });
  }
  if (on === agencyEndsOn) return refuse('already-set', 'This is on record as it is. Nothing was changed.');
  return accept({ type: 'AgencyEndDateSet', facts: { on }, narrative: null });
};
