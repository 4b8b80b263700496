import type { AuditId, Grade, ReviewRoundId } from '#audit-cycle';
import { versionsTable } from '../versions-table.js';
import type { TableFold } from '../view.js';

/** The grades that reviewers from outside gave in one round. */
export interface OutsideGrades {
  readonly id: ReviewRoundId;
  /** By audit; only those that stand beside ours already. */
  readonly grades: Readonly<Record<AuditId, Grade>>;
}

export const outsideGrades: TableFold<OutsideGrades> = versionsTable(
  'grading_outside',
  'review-round',
  'RoundOpened',
  ({ stream }): OutsideGrades => ({ id: stream.id, grades: {} }),
  {
    GradesCompared: (round, { facts }) => ({
      ...round,
      grades: { ...round.grades, [facts.audit]: facts.theirs },
    }),
  },
);
