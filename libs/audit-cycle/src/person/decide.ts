import { refuse, type Decision } from '../decider.js';
import type { Actor } from '../vocabulary/acting.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { needsSetUpRole } from '../vocabulary/needs-set-up-role.js';
import { cancelAbsence, recordAbsence } from './absence.js';
import { approveAuditor } from './approve-auditor.js';
import { setAgencyEndDate, setCapacity } from './capacity.js';
import { giveClearance, withdrawClearance } from './clearance.js';
import type { PersonCommand } from './commands.js';
import type { PersonContext } from './context.js';
import type { PersonEvent } from './events.js';
import { giveRoles } from './give-roles.js';
import { join, leave } from './join-and-leave.js';
import { recordLineManager, recordTeamMembership } from './line-and-team.js';
import { registerConflict } from './register-conflict.js';
import type { PersonState } from './state.js';

/** Refusals: not-permitted, not-joined, has-left, and those of the decision asked for. */
export const decidePerson = (
  command: PersonCommand,
  state: PersonState,
  context: PersonContext,
): Decision<PersonEvent> => {
  const refusal = notPermitted(command, context) ?? notThere(command, state);
  return refusal ?? decideAllowed(command, state, context);
};

const decideAllowed = (
  command: PersonCommand,
  state: PersonState,
  context: PersonContext,
): Decision<PersonEvent> => {
  switch (command.type) {
    case 'Join':
      return join(command, state, context);
    case 'GiveRoles':
      return giveRoles(command);
    case 'RecordTeamMembership':
      return recordTeamMembership(command);
    case 'RecordLineManager':
      return recordLineManager(command, context);
    case 'RegisterConflict':
      return registerConflict(command, state);
    case 'ApproveAuditor':
      return approveAuditor(command, state, context);
    case 'SetCapacity':
      return setCapacity(command, state);
    case 'RecordAbsence':
      return recordAbsence(command, state);
    case 'CancelAbsence':
      return cancelAbsence(command, state);
    case 'SetAgencyEndDate':
      return setAgencyEndDate(command, state);
    case 'GiveClearance':
      return giveClearance(command, state, context);
    case 'WithdrawClearance':
      return withdrawClearance(command, state, context);
    case 'Leave':
      return leave(command, state, context);
  }
};

const notPermitted = (command: PersonCommand, { actor, person }: PersonContext): Decision<never> | null => {
  switch (command.type) {
    case 'ApproveAuditor':
      return command.calibration === undefined ? needsRole(actor, 'qa-lead') : processOnly(actor);
    case 'RecordAbsence':
    case 'CancelAbsence':
      return actor.person === person ? null : needsSetUpRole(actor, 'administrator', 'qa-lead');
    case 'RegisterConflict':
      return actor.person === person ? null : needsSetUpRole(actor, 'qa-lead');
    case 'GiveClearance':
    case 'WithdrawClearance':
      return needsRole(actor, 'caldicott-guardian');
    case 'Join':
    case 'GiveRoles':
    case 'RecordTeamMembership':
    case 'RecordLineManager':
    case 'SetCapacity':
    case 'SetAgencyEndDate':
    case 'Leave':
      return needsSetUpRole(actor, 'administrator', 'qa-lead');
  }
};

/** Only the process speaks for a session: whoever approves there is named by it, and was asked for the role there. */
const processOnly = ({ process }: Actor): Decision<never> | null =>
  process === undefined
    ? refuse(
        'not-permitted',
        'What a calibration came to is recorded by the product. Approve the auditor in the session.',
      )
    : null;

const notThere = (command: PersonCommand, { joined, left }: PersonState): Decision<never> | null => {
  if (command.type === 'Join') return null;
  if (joined === null) return refuse('not-joined', 'Nobody has joined under this id. Let them join first.');
  return left === null ? null : refuse('has-left', 'This person has left. Let them join again first.');
};
