import { refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { InOpenCycle } from './context.js';

/** Refuses a talk that has not taken place, or with people who are not in the directory: not-a-date, in-the-future, unknown-person. */
export function tookNoPlace(
  on: IsoDate,
  people: readonly PersonId[],
  context: Pick<InOpenCycle, 'now' | 'people'>,
): Decision<never> | null {
  if (!isIsoDate(on)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.');
  if (on > londonDate(context.now)) return refuse('in-the-future', 'Record it once it has taken place.');
  const unknown = people.filter((id) => lookedUp(context.people, id).joined === null);
  return unknown.length === 0
    ? null
    : refuse('unknown-person', 'Somebody of them never joined. Choose people of the directory.', { unknown });
}
