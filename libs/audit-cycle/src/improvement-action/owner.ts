import { personNotHere } from '../case-audit/can-judge.js';
import type { Decision } from '../decider.js';
import { lookedUp, type People } from '../person/people.js';
import { isHere, type Line } from '../person/state.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ImprovementActionContext } from './context.js';

/** Refuses with `person-not-here` an owner who could not act on it. */
export const ownerNotHere = (
  owner: PersonId,
  { people, now }: ImprovementActionContext,
): Decision<never> | null => (!ownerHasLeft(owner, people, londonDate(now)) ? null : personNotHere(owner));

/**
 * Refuses with `not-permitted` whoever is neither quality assurance lead, service leader nor the owner's line manager:
 * today's, or that of the last day when the owner has left, since somebody has to hand the action on.
 */
export const notAnApprover = (
  owner: PersonId,
  { actor, people, now }: ImprovementActionContext,
): Decision<never> | null => {
  const { left, managers } = lookedUp(people, owner);
  const day = left ?? londonDate(now);
  const managesOwner = ({ manager, from, to }: Line): boolean =>
    manager === actor.person && from <= day && (to === null || to >= day);
  return managers.some(managesOwner) ? null : needsRole(actor, 'qa-lead', 'service-leader');
};

/** Refuses with `not-permitted` whoever neither owns the action nor could approve a change to it. */
export const notAFollower = (owner: PersonId, context: ImprovementActionContext): Decision<never> | null =>
  context.actor.person === owner ? null : notAnApprover(owner, context);

/** Whether an action is with somebody who does not work here on a day, so that it has to be handed on. */
export const ownerHasLeft = (owner: PersonId, people: People, on: IsoDate): boolean =>
  !isHere(lookedUp(people, owner), on);
