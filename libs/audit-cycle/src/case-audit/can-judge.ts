import { refuse } from '../decider.js';
import type { Decision } from '../decider.js';
import { conflictOfInterest } from '../person/independence.js';
import type { ConflictCode, SubjectOfJudgement } from '../person/independence.js';
import type { People } from '../person/people.js';
import { isHere } from '../person/state.js';
import type { Instant } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { Role } from '../vocabulary/role.js';

interface Known {
  readonly now: Instant;
  readonly people: People;
}

const CONFLICTS: Readonly<Record<ConflictCode, string>> = {
  'own-team': 'This person belongs, or since the population was listed belonged, to the team of the child.',
  'own-case': 'This person is, or since the population was listed was, the worker of the child.',
  'supervises-worker': 'This person manages the worker of the child, directly or further up.',
  'registered-conflict': 'A tie between this person and the child is on record.',
};

/** Refuses somebody who is tied to the work, or of whom nothing is known (rule 1 of the domain). */
export function notIndependent(
  person: PersonId,
  work: SubjectOfJudgement,
  known: Known,
): Decision<never> | null {
  const today = londonDate(known.now);
  const found = known.people.find(person);
  if (found && !isHere(found, today)) {
    return refuse('person-not-here', 'This person does not work here today. Choose somebody else.', {
      person,
    });
  }
  const conflict = conflictOfInterest(person, work, known.people, today);
  return conflict && refuse(conflict, `${CONFLICTS[conflict]} Choose somebody else.`, { person });
}

/** Refuses somebody who may not judge the work: not independent of it, or without the role for it. */
export function cannotJudge(
  person: PersonId,
  role: Role,
  work: SubjectOfJudgement,
  known: Known,
): Decision<never> | null {
  const tied = notIndependent(person, work, known);
  if (tied) return tied;
  if (known.people.find(person)?.roles.includes(role)) return null;
  return refuse('role-missing', `This person does not hold the role ${role}.`, { person, role });
}
