import { refuse, type Decision } from '../decider.js';
import { conflictOfInterest, type ConflictCode, type SubjectOfJudgement } from '../person/independence.js';
import { lookedUp, type People } from '../person/people.js';
import { isHere } from '../person/state.js';
import type { Instant } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import type { Role } from '../vocabulary/role.js';
import type { Audit } from './state.js';

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

/** Rule 1 of the domain. Refusals: person-not-here, own-case, supervises-worker, own-team, registered-conflict. */
export function notIndependent(
  person: PersonId,
  work: SubjectOfJudgement,
  known: Known,
): Decision<never> | null {
  const today = londonDate(known.now);
  if (!isHere(lookedUp(known.people, person), today)) return personNotHere(person);
  const conflict = conflictOfInterest(person, work, known.people, today);
  return conflict && conflictOf(conflict, person);
}

/** As above, and role-missing. */
export function cannotJudge(
  person: PersonId,
  role: Role,
  work: SubjectOfJudgement,
  known: Known,
): Decision<never> | null {
  const tied = notIndependent(person, work, known);
  if (tied) return tied;
  if (lookedUp(known.people, person).roles.includes(role)) return null;
  return refuse('role-missing', `This person does not hold the role ${role}.`, { person, role });
}

/** As `notIndependent`, and refused with `registered-conflict` is whoever had this very case and turned out to be tied to it. */
export const notIndependentOfCase = (
  person: PersonId,
  { selected, conflicted }: Audit,
  known: Known,
): Decision<never> | null =>
  notIndependent(person, selected, known) ??
  (conflicted.includes(person) ? conflictOf('registered-conflict', person) : null);

/** As above, and role-missing. */
export const cannotJudgeCase = (
  person: PersonId,
  role: Role,
  state: Audit,
  known: Known,
): Decision<never> | null =>
  cannotJudge(person, role, state.selected, known) ?? notIndependentOfCase(person, state, known);

const conflictOf = (conflict: ConflictCode, person: PersonId): Decision<never> =>
  refuse(conflict, `${CONFLICTS[conflict]} Choose somebody else.`, { person });

export const personNotHere = (person: PersonId): Decision<never> =>
  refuse('person-not-here', 'This person does not work here today. Choose somebody else.', { person });
