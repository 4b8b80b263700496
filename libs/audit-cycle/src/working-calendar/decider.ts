import type { Decider } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import type { WorkingCalendarCommand } from './commands.js';
import { decideWorkingCalendar } from './decide.js';
import type { WorkingCalendarEvent } from './events.js';
import { evolveWorkingCalendar, noCalendarYet, type WorkingCalendarState } from './state.js';

/** England's bank holidays as dated data; the last list published is the one that counts. */
export const workingCalendar: Decider<
  WorkingCalendarState,
  WorkingCalendarCommand,
  WorkingCalendarEvent,
  Acting
> = {
  initialState: noCalendarYet,
  evolve: evolveWorkingCalendar,
  decide: decideWorkingCalendar,
};
