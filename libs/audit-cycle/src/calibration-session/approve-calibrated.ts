import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ApproveCalibrated } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import type { CalibrationSessionEvent } from './events.js';
import type { CalibrationSession } from './state.js';

/**
 * Somebody who is here as an auditor still. Refusals: not-permitted, own-approval, not-discussed, not-in-session,
 * nothing-committed, already-approved, person-not-here, role-missing.
 */
export function approveCalibrated(
  { person }: ApproveCalibrated,
  { opened, status, grades, approved }: CalibrationSession,
  { actor, now, people }: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (actor.person === person) {
    return refuse('own-approval', 'Somebody else must approve you as an auditor.');
  }
  if (status !== 'discussed') {
    return refuse('not-discussed', 'Record the discussion of the grades before anybody is approved.');
  }
  if (!opened.participants.includes(person)) {
    return refuse('not-in-session', 'This person did not take part in the session.', { person });
  }
  if (!grades.has(person)) {
    return refuse('nothing-committed', 'This person did not grade the record.', { person });
  }
  if (approved.includes(person)) {
    return refuse('already-approved', 'This auditor is approved already.', { person });
  }
  const one = lookedUp(people, person);
  if (!isHere(one, londonDate(now))) {
    return refuse('person-not-here', 'This person does not work here today, so nobody approves them.', {
      person,
    });
  }
  if (!one.roles.includes('auditor')) {
    return refuse('role-missing', 'Only an auditor is approved as one. Give them the role first.', {
      person,
    });
  }
  return accept({ type: 'CalibrationApproved', facts: { person, by: actor.person }, narrative: null });
}
