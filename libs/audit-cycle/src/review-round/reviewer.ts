import { notIndependent } from '../case-audit/can-judge.js';
import type { CaseSelected } from '../case-audit/events.js';
import { refuse, type Decision } from '../decider.js';
import { lookedUp, type People } from '../person/people.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { AuditId, PersonId } from '../vocabulary/identifiers.js';
import { teamKey } from '../vocabulary/team-name.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewerAdmitted } from './events.js';
import type { ReviewRound } from './state.js';

/**
 * Whoever holds another role reads what is ours, and would not grade blind. Refusals: not-from-outside.
 */
export function notFromOutside(person: PersonId, people: People): Decision<never> | null {
  const { roles } = lookedUp(people, person);
  return roles.length === 1 && roles[0] === 'external-reviewer'
    ? null
    : refuse(
        'not-from-outside',
        'A reviewer holds the role external-reviewer and no other: every other role reads something of ours.',
        { person, roles },
      );
}

/** Whether somebody's access is open on a day. */
export const isAdmitted = (round: ReviewRound, person: PersonId, on: IsoDate): boolean => {
  const admitted = round.reviewers.get(person);
  return admitted !== undefined && admitted.from <= on && on <= admitted.until;
};

/** Of whoever asks: with access-not-open it is they who may not. Refusals: access-not-open. */
export const notAdmitted = (round: ReviewRound, person: PersonId, on: IsoDate): Decision<never> | null =>
  isAdmitted(round, person, on)
    ? null
    : refuse(
        'access-not-open',
        'You are not admitted on this day. Ask the quality assurance lead to admit you for longer.',
        {
          person,
          from: round.reviewers.get(person)?.from ?? null,
          until: round.reviewers.get(person)?.until ?? null,
        },
      );

/**
 * Rule 1 for somebody from outside: no hand in the audit, no tie to the child, and no past in the team.
 * Refusals: own-audit, past-employment, personal-knowledge, those of `notIndependent`.
 */
export function cannotReview(
  admitted: ReviewerAdmitted['facts'],
  selected: CaseSelected['facts'],
  context: ReviewRoundContext,
): Decision<never> | null {
  const { reviewer: person, pastTeams, personalKnowledge } = admitted;
  if (context.hadAHand.includes(person)) {
    return refuse('own-audit', 'This person had a hand in the audit. Choose somebody else.', { person });
  }
  if (personalKnowledge.includes(selected.child)) {
    return refuse(
      'personal-knowledge',
      'This reviewer said that they know the child. Choose somebody else.',
      {
        person,
      },
    );
  }
  const { memberships } = lookedUp(context.people, person);
  const teams = [...pastTeams, ...memberships.map(({ team }) => team)].map(teamKey);
  if (selected.team !== null && teams.includes(teamKey(selected.team))) {
    return refuse('past-employment', 'This reviewer worked in the team of the child. Choose somebody else.', {
      person,
    });
  }
  return notIndependent(person, selected, context);
}

/** Refusals: not-in-round-sample. */
export const notSampled = ({ sample }: ReviewRound, audit: AuditId): Decision<never> | null =>
  sample?.chosen.some((chosen) => chosen.audit === audit)
    ? null
    : refuse('not-in-round-sample', 'This audit was not drawn in this round.', { audit });
