import type { AuditToolState } from '../audit-tool/state.js';
import type { Cycle, CycleState } from '../cycle/state.js';
import type { People } from '../person/people.js';
import type { Acting } from '../vocabulary/acting.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';

/** What every decision about an audit is told. */
export interface CaseAuditContext extends Acting {
  /** The cycle of the case; its copy of the policy is the one that counts. */
  readonly cycle: CycleState;
  /** The tool of the cycle, null when there is none of that id. */
  readonly tool: AuditToolState | null;
  readonly people: People;
  readonly calendar: WorkingCalendarState;
  /** Improvement actions set for this audit so far, cancelled ones left out. */
  readonly actionsSet: number;
  /**
   * For GradeCase, what the cycle's secret draws for this audit: see `isDrawnForModeration`. Null for every other command.
   */
  readonly randomDraw: string | null;
}

/** The same once the cycle is known to be there: open, or closed for what is done afterwards. */
export interface InOpenCycle extends CaseAuditContext {
  readonly cycle: Cycle;
}
