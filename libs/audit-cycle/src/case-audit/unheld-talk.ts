import { refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { wrongDay, type Earlier } from '../vocabulary/wrong-day.js';
import type { InOpenCycle } from './context.js';

/** Refuses a talk that cannot have been held, or with people who are not in the directory: those of `wrongDay`, unknown-person. */
export function unheldTalk(
  on: IsoDate,
  people: readonly PersonId[],
  context: Pick<InOpenCycle, 'now' | 'people'>,
  after?: Earlier,
): Decision<never> | null {
  const unknown = people.filter((id) => lookedUp(context.people, id).joined === null);
  return (
    wrongDay(on, context, after) ??
    (unknown.length === 0
      ? null
      : refuse('unknown-person', 'Somebody of them never joined. Choose people of the directory.', {
          unknown,
        }))
  );
}
