import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { Join, Leave } from './commands.js';
import type { PersonEvent } from './events.js';
import type { PersonState } from './state.js';

/** Refusals: already-joined, not-a-date, in-the-future, before-leaving. */
export const join = ({ on }: Join, state: PersonState, { now }: Acting): Decision<PersonEvent> => {
  if (state.joined !== null && state.left === null) {
    return refuse('already-joined', 'This person has joined already.');
  }
  const fault = faultOf(on, now);
  if (fault !== null) return fault;
  if (state.left !== null && on <= state.left) {
    return refuse('before-leaving', 'This person was still here on that day.', { left: state.left });
  }
  return accept({ type: 'PersonJoined', facts: { on }, narrative: null });
};

/** Refusals: not-a-date, in-the-future, before-joining. */
export const leave = ({ on }: Leave, { joined }: PersonState, { now }: Acting): Decision<PersonEvent> => {
  const fault = faultOf(on, now);
  if (fault !== null) return fault;
  if (joined !== null && on < joined) {
    return refuse('before-joining', 'This person had not joined by that day.', { joined });
  }
  return accept({ type: 'PersonLeft', facts: { on }, narrative: null });
};

const faultOf = (on: IsoDate, now: Acting['now']): Decision<never> | null => {
  if (!isIsoDate(on)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date: on });
  return on > londonDate(now) ? refuse('in-the-future', 'Record it on the day or afterwards.') : null;
};
