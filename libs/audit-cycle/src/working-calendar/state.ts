import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { WorkingCalendarEvent } from './events.js';

/** `covers` is the span that the bank holidays are known for; null before any were published. */
export interface WorkingCalendarState {
  readonly covers: Period | null;
  readonly holidays: ReadonlySet<IsoDate>;
}

export const noCalendarYet: WorkingCalendarState = { covers: null, holidays: new Set() };

export const evolveWorkingCalendar = (
  _state: WorkingCalendarState,
  event: WorkingCalendarEvent,
): WorkingCalendarState => ({ covers: event.facts.covers, holidays: new Set(event.facts.holidays) });
