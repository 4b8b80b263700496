import { conflictOfInterest } from '../person/independence.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import type { AllocationRequest, CaseToPlace, ObstacleCode } from './allocation-request.js';
import { unavailable } from './availability.js';

/** What stands in the way of somebody's auditing a case, however much they have to do; the first in this order, or null. */
export const obstacle = (
  auditor: PersonId,
  work: CaseToPlace,
  { people, today, days }: Pick<AllocationRequest, 'people' | 'today' | 'days'>,
): Exclude<ObstacleCode, 'over-capacity'> | null => {
  const person = lookedUp(people, auditor);
  if (!isHere(person, today)) return 'person-not-here';
  if (!person.roles.includes('auditor')) return 'role-missing';
  if (work.barred.includes(auditor)) return 'barred';
  return conflictOfInterest(auditor, work, people, today) ?? unavailable(person, days);
};
