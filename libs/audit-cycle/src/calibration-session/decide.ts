import { refuse, type Decision } from '../decider.js';
import { approveCalibrated } from './approve-calibrated.js';
import type { CalibrationSessionCommand } from './commands.js';
import type { CalibrationSessionContext } from './context.js';
import type { CalibrationSessionEvent } from './events.js';
import { commitGrade, revealGrades } from './grading.js';
import { openSession } from './open-session.js';
import { recordDiscussion } from './record-discussion.js';
import type { CalibrationSessionState } from './state.js';

/** Refusals: not-found, already-opened, and those of each decision. */
export function decideCalibrationSession(
  command: CalibrationSessionCommand,
  state: CalibrationSessionState,
  context: CalibrationSessionContext,
): Decision<CalibrationSessionEvent> {
  if (command.type === 'OpenSession') {
    return state.status === 'not-opened'
      ? openSession(command, context)
      : refuse('already-opened', 'This session is open already.');
  }
  if (state.status === 'not-opened') return refuse('not-found', 'There is no such calibration session.');
  switch (command.type) {
    case 'CommitCalibrationGrade':
      return commitGrade(command, state, context);
    case 'RevealGrades':
      return revealGrades(state, context);
    case 'RecordCalibrationDiscussion':
      return recordDiscussion(command, state, context);
    case 'ApproveCalibrated':
      return approveCalibrated(command, state, context);
  }
}
