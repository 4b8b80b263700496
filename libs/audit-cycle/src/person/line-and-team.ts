import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { isWritten } from '../vocabulary/narrative.js';
import { teamName } from '../vocabulary/team-name.js';
import type { RecordLineManager, RecordTeamMembership } from './commands.js';
import type { PersonContext } from './context.js';
import type { PersonEvent } from './events.js';

/** Refusals: team-missing, not-a-date, ends-before-start. */
export const recordTeamMembership = (command: RecordTeamMembership): Decision<PersonEvent> => {
  const { from, to } = command;
  const team = teamName(command.team);
  if (!isWritten(team))
    return refuse('team-missing', 'Name the team as the lists of the authority write it.');
  return (
    spanFault(from, to) ??
    accept({ type: 'TeamMembershipRecorded', facts: { team, from, to }, narrative: null })
  );
};

/** Refusals: own-manager, unknown-manager, not-a-date, ends-before-start. */
export const recordLineManager = (
  { manager, from, to }: RecordLineManager,
  context: PersonContext,
): Decision<PersonEvent> => {
  if (manager === context.person) return refuse('own-manager', 'Nobody is their own line manager.');
  if (context.manager === null || context.manager.joined === null) {
    return refuse('unknown-manager', 'Nobody has joined under the id of the line manager.', { manager });
  }
  return (
    spanFault(from, to) ??
    accept({ type: 'LineManagerRecorded', facts: { manager, from, to }, narrative: null })
  );
};

const spanFault = (from: IsoDate, to: IsoDate | null): Decision<never> | null => {
  if (!isIsoDate(from) || (to !== null && !isIsoDate(to))) {
    return refuse('not-a-date', 'Write both days as YYYY-MM-DD; leave the last day out while it lasts.');
  }
  return to !== null && to < from ? refuse('ends-before-start', 'The last day is before the first.') : null;
};
