import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { AdmitReviewer } from './commands.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import { notFromOutside } from './reviewer.js';

/**
 * Refusals: not-permitted, code-malformed, checks-missing, not-a-date, ends-before-start, window-over, past-teams-missing,
 * person-not-here, not-from-outside.
 */
export function admitReviewer(
  command: AdmitReviewer,
  { actor, now, people }: ReviewRoundContext,
): Decision<ReviewRoundEvent> {
  const { reviewer, from, until, pastEmployment, pastTeams, personalKnowledge, checks } = command;
  const today = londonDate(now);
  const refusal =
    needsRole(actor, 'qa-lead') ??
    needsCode(...checks) ??
    notDeclared(command) ??
    wrongWindow(command, today);
  if (refusal) return refusal;
  if (!isHere(lookedUp(people, reviewer), today)) {
    return refuse('person-not-here', 'Let the reviewer join the people directory first.', {
      person: reviewer,
    });
  }
  return (
    notFromOutside(reviewer, people) ??
    accept({
      type: 'ReviewerAdmitted',
      facts: {
        ...{ reviewer, from, until, pastEmployment, pastTeams, personalKnowledge, checks },
        admittedBy: actor.person,
      },
      narrative: null,
    })
  );
}

function notDeclared({ checks, pastEmployment, pastTeams }: AdmitReviewer): Decision<never> | null {
  if (checks.length === 0) {
    return refuse('checks-missing', 'Record which checks were made before the reviewer is let in.');
  }
  return pastEmployment === pastTeams.length > 0
    ? null
    : refuse(
        'past-teams-missing',
        'Name the teams that the reviewer worked in where they worked here, and none where they did not.',
      );
}

function wrongWindow({ from, until }: AdmitReviewer, today: string): Decision<never> | null {
  if (!isIsoDate(from) || !isIsoDate(until)) {
    return refuse('not-a-date', 'Give the first and the last day of access as dates.');
  }
  if (until < from) return refuse('ends-before-start', 'The last day of access cannot be before the first.');
  return until >= today
    ? null
    : refuse('window-over', 'The last day of access is over. Give a later one.', { until });
}
