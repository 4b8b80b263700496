import type { CalibrationSession, CalibrationSessionId, Instant, PersonId } from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** Who of a calibration session has yet to do something. It holds no grade. */
export interface WorkSession {
  readonly id: CalibrationSessionId;
  readonly leader: PersonId;
  readonly participants: readonly PersonId[];
  /** Participants whose grade is in. */
  readonly graded: readonly PersonId[];
  /** Those whom the session approved as auditors. */
  readonly approved: readonly PersonId[];
  readonly status: CalibrationSession['status'];
  readonly since: Instant;
}

export const workSessions: TableFold<WorkSession> = versionsTable(
  'work_session',
  'calibration-session',
  'SessionOpened',
  ({ stream, occurredAt, facts }): WorkSession => ({
    id: stream.id,
    leader: facts.leader,
    participants: facts.participants,
    graded: [],
    approved: [],
    status: 'grading',
    since: occurredAt,
  }),
  {
    CalibrationGradeCommitted: (row, { facts }) => ({ ...row, graded: [...row.graded, facts.person] }),
    GradesRevealed: (row, { occurredAt }) => ({ ...row, status: 'revealed', since: occurredAt }),
    CalibrationApproved: (row, { facts }) => ({ ...row, approved: [...row.approved, facts.person] }),
    CalibrationDiscussed: (row, { occurredAt }) => ({ ...row, status: 'discussed', since: occurredAt }),
  },
);
