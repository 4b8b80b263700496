import type { Period } from '#audit-cycle';
import type { Chance } from '../chance.js';
import { isAway } from '../people/directory.js';
import type { MadeUpPerson } from '../people/made-up-person.js';
import { workingDay } from '../working-time.js';
import type { Departure } from './departures.js';
import type { CaseToTell, World } from './world.js';

/** Why somebody else audits the case than to whom it was allocated first. */
export interface ChangeOfAuditor {
  readonly why: 'away' | 'conflict-declared' | 'conflict-registered';
  readonly to: MadeUpPerson;
}

/** Whoever is ill within so many working days hands over what they have. */
const WORKING_DAYS_AHEAD = 5;

/** Where nobody else could take the case, it stays with whom it is. */
export function changeOfAuditor(
  { directory }: World,
  { fate, subject, auditedBefore }: CaseToTell,
  first: MadeUpPerson,
  span: Period,
  chance: Chance,
): ChangeOfAuditor | null {
  if (fate.kind !== 'graded' || fate.grades !== null) return null;
  const why = isAway(first, span.from, workingDay(span.from, WORKING_DAYS_AHEAD))
    ? 'away'
    : tieThatComesUp(fate.departure, auditedBefore);
  const others = directory
    .auditors(subject, span, [first.id])
    .filter((one) => !isAway(one, span.from, workingDay(span.from, 3 * WORKING_DAYS_AHEAD)));
  return why === null || others.length === 0 ? null : { why, to: chance.pick(others, 'second-auditor') };
}

/** What is registered touches everything that they have of the child, and only of a first audit is that this audit alone. */
function tieThatComesUp(
  departure: Departure | null,
  auditedBefore: boolean,
): 'conflict-declared' | 'conflict-registered' | null {
  if (departure === 'conflict-registered') return auditedBefore ? 'conflict-declared' : departure;
  return departure === 'conflict-declared' ? departure : null;
}
