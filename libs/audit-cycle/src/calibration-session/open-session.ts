import { personNotHere } from '../case-audit/can-judge.js';
import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { OpenSession } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import type { CalibrationSessionEvent } from './events.js';
import { LEADING_ROLES } from './leader.js';

const FEWEST = 2;

/**
 * Refusals: not-permitted, title-missing, record-missing, tool-not-found, tool-not-published, tool-without-grade,
 * participants-missing, participant-twice, person-not-here, role-missing, registered-conflict.
 */
export function openSession(
  command: OpenSession,
  context: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  const { title, record, tool, participants, leader } = command;
  const version = context.tool?.versions[tool.version];
  const refusal = needsRole(context.actor, 'qa-lead') ?? notSaid(command);
  if (refusal) return refusal;
  if (version === undefined) return refuse('tool-not-found', 'There is no such version of a tool.', { tool });
  if (version.status !== 'published') {
    return refuse('tool-not-published', 'Choose a version of the tool that is published.', { tool });
  }
  if (!version.definition.overallGrade) {
    return refuse('tool-without-grade', 'Choose a tool that grades the case as a whole.', { tool });
  }
  return (
    wrongPeople(command, context) ??
    accept({
      type: 'SessionOpened',
      facts: {
        ...{ record, tool, participants, leader },
        scale: version.definition.scale,
        openedBy: context.actor.person,
      },
      narrative: narrative({ title }),
    })
  );
}

function notSaid({ title, record, participants }: OpenSession): Decision<never> | null {
  if (!isWritten(title)) return refuse('title-missing', 'Give the session a title.');
  if (!isWritten(record)) return refuse('record-missing', 'Name the record that everybody grades.');
  if (participants.length < FEWEST) {
    return refuse('participants-missing', `At least ${FEWEST} people grade the same record.`);
  }
  return new Set(participants).size === participants.length
    ? null
    : refuse('participant-twice', 'Name each participant once.');
}

/** Whoever leads need not grade, and holds a role to whom the session is open. Whoever grades is an auditor or moderator, and does not know the child. */
function wrongPeople(
  { participants, leader, record }: OpenSession,
  { people, now }: CalibrationSessionContext,
): Decision<never> | null {
  const today = londonDate(now);
  for (const person of [leader, ...participants]) {
    const known = lookedUp(people, person);
    if (!isHere(known, today)) return personNotHere(person);
    const { roles, conflicts } = known;
    if (!roles.includes('auditor') && !roles.includes('moderator') && person !== leader) {
      return refuse('role-missing', 'Only auditors and moderators are calibrated.', { person });
    }
    if (person === leader && !LEADING_ROLES.some((role) => roles.includes(role))) {
      return refuse(
        'role-missing',
        `Whoever leads a session holds one of the roles ${LEADING_ROLES.join(', ')}.`,
        {
          person,
        },
      );
    }
    if (conflicts.some(({ child }) => child === record)) {
      return refuse('registered-conflict', 'A tie between this person and the child is on record.', {
        person,
      });
    }
  }
  return null;
}
