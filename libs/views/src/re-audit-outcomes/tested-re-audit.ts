import type { ActionId, ActionImpact, ActionVerdict, TeamName } from '#audit-cycle';
import type { ReAuditOutcomeRow } from './re-audit-row.js';

/** One original action in one re-audit. */
export interface TestedAction {
  readonly action: ActionId;
  /** Code of the tool's theme; null for none. */
  readonly theme: string | null;
  /** Null while the re-audit is not finished, and where it was withdrawn. */
  readonly verdict: ActionVerdict | null;
  /** Whether its owner's word at that time was that it is done; null without a verdict. */
  readonly claimedDone: boolean | null;
  /** What it changed for the child, as last judged; null where nobody has judged. */
  readonly impact: ActionImpact | null;
}

/** A re-audit and those of its actions that were asked about. */
export interface ReAuditOutcome extends Omit<ReAuditOutcomeRow, 'actions' | 'verdicts'> {
  /** The child's at the selection of the audit, with what was corrected. */
  readonly team: TeamName | null;
  readonly actions: readonly TestedAction[];
}
