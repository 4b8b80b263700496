import type { AuditToolState } from '../audit-tool/state.js';
import type { CaseAuditState } from '../case-audit/state.js';
import type { CycleState } from '../cycle/state.js';
import type { MeasureState } from '../measure/state.js';
import type { People } from '../person/people.js';
import type { Policy } from '../policy/policy.js';
import type { Acting } from '../vocabulary/acting.js';
import type { ActionId } from '../vocabulary/identifiers.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';

/** What every decision about an improvement action is told. */
export interface ImprovementActionContext extends Acting {
  /** The audit that the action follows from; SetAction: the one that the command names. Not selected for one from a surgery. */
  readonly audit: CaseAuditState;
  /** The cycle of that audit; its copy of the policy is the one that counts. */
  readonly cycle: CycleState;
  /** The tool of that audit, null when there is none of that id. */
  readonly tool: AuditToolState | null;
  /** SetActionFromSurgery: the measure that the command names; otherwise not defined. */
  readonly measure: MeasureState;
  /** SetActionFromSurgery: the policy of the authority; null while it has adopted none, and for other commands. */
  readonly policy: Policy | null;
  readonly calendar: WorkingCalendarState;
  /** At least the acting person, the owner, and whom the command makes the owner. */
  readonly people: People;
  /** SetAction: the other actions of the child, of any audit, by `isUnfinished`; otherwise empty. */
  readonly openActionsOfChild: readonly ActionId[];
  /**
   * What the action can repeat, where a command sets or links one: the actions of the same child, from any audit, or those of the same
   * measure, that were set before it; otherwise empty.
   */
  readonly earlierActions: readonly ActionId[];
}
