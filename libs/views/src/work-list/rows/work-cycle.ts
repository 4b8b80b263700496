import type { CycleId } from '#audit-cycle';
import type { CycleStatus } from '../../cycle-summary.js';
import { versionsTable } from '../../versions-table.js';
import type { TableFold } from '../../view.js';

/** What a cycle says about the work in it. */
export interface WorkCycle {
  readonly id: CycleId;
  readonly title: string;
  readonly status: CycleStatus;
  /** By the policy that it was planned with. */
  readonly dueSoonWorkingDays: number;
  readonly feedbackRequired: boolean;
  /** Actions from an inadequate audit are verified by somebody outside the team. */
  readonly outsideTeamForInadequate: boolean;
}

export const workCycles: TableFold<WorkCycle> = versionsTable(
  'work_cycle',
  'cycle',
  'CyclePlanned',
  ({ stream, facts }): WorkCycle => ({
    id: stream.id,
    title: facts.title,
    status: 'planned',
    dueSoonWorkingDays: facts.policy.actions.dueSoonWorkingDays,
    feedbackRequired: facts.policy.feedbackRequired,
    outsideTeamForInadequate: facts.policy.verification.outsideTeamForInadequate,
  }),
  {
    SampleDrawn: (cycle) => ({ ...cycle, status: 'drawn' }),
    CycleOpened: (cycle) => ({ ...cycle, status: 'open' }),
    CycleClosed: (cycle) => ({ ...cycle, status: 'closed' }),
  },
);
