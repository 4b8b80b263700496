import type { CaseAuditState } from '../case-audit/state.js';
import type { People } from '../person/people.js';
import type { Acting } from '../vocabulary/acting.js';
import type { ActionId } from '../vocabulary/identifiers.js';

/** What every decision about a re-audit is told. */
export interface ReAuditContext extends Acting {
  /** The audit that is tested again. */
  readonly original: CaseAuditState;
  /** SelectForReAudit: every action that the original audit set, cancelled ones left out. */
  readonly actions: readonly ActionId[];
  readonly people: People;
}
