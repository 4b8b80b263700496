import type { Instant, MeasureId } from '#audit-cycle';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** Whether somebody has to look into the cases behind a measure. It holds no figure. */
export interface WorkMeasure {
  readonly id: MeasureId;
  /** When the review was asked for; null while none is. */
  readonly reviewRequestedAt: Instant | null;
}

export const workMeasures: TableFold<WorkMeasure> = versionsTable(
  'work_measure',
  'measure',
  'MeasureDefined',
  ({ stream }): WorkMeasure => ({ id: stream.id, reviewRequestedAt: null }),
  {
    ReviewRequested: (row, { occurredAt }) => ({ ...row, reviewRequestedAt: occurredAt }),
    SurgeryHeld: (row, { facts }) =>
      facts.reviewRequested === null ? row : { ...row, reviewRequestedAt: null },
  },
);
