import type { CaseAuditState } from '../case-audit/state.js';
import type { CycleState } from '../cycle/state.js';
import type { People } from '../person/people.js';
import type { Acting } from '../vocabulary/acting.js';
import type { ActionId, PersonId } from '../vocabulary/identifiers.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';

/** What every decision about a re-audit is told. */
export interface ReAuditContext extends Acting {
  /** The audit that is tested again. */
  readonly original: CaseAuditState;
  /** The cycle of that audit; its copy of the policy is the one that counts. */
  readonly cycle: CycleState;
  /** SelectForReAudit: every action that the original audit set, cancelled ones left out. */
  readonly actions: readonly ActionId[];
  /** Once the case is selected: everybody who owns, or ever owned, one of its actions. */
  readonly owners: readonly PersonId[];
  /** Once the case is selected: everybody who judged it in another re-audit of the same audit. */
  readonly earlierJudges: readonly PersonId[];
  /**
   * SelectForReAudit: whether this is the stream of the next re-audit of that audit. Its id counts the re-audits of the audit, so that
   * two of them at the same time would be one stream.
   */
  readonly inTurn: boolean;
  readonly people: People;
  readonly calendar: WorkingCalendarState;
}
