import type { CaseAuditState } from '../case-audit/state.js';
import type { CycleState } from '../cycle/state.js';
import type { People } from '../person/people.js';
import type { Acting } from '../vocabulary/acting.js';
import type { WorkingCalendarState } from '../working-calendar/state.js';

/** What every decision about an escalation is told. */
export interface EscalationContext extends Acting {
  /** The audit that it came from; OpenEscalation: the one that the command names. */
  readonly audit: CaseAuditState;
  /** The cycle of that audit; its copy of the policy is the one that counts. */
  readonly cycle: CycleState;
  readonly calendar: WorkingCalendarState;
  /** At least the acting person and whom the command names. */
  readonly people: People;
}
