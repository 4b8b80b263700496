import type { AuditToolState } from '../audit-tool/state.js';
import type { CaseAuditState } from '../case-audit/state.js';
import type { People } from '../person/people.js';
import type { Policy } from '../policy/policy.js';
import type { Acting } from '../vocabulary/acting.js';
import type { PersonId, ReviewRoundId, Sha256 } from '../vocabulary/identifiers.js';
import type { AuditsSampled, RoundOpened } from './events.js';

/** What every decision about a review round is told. */
export interface ReviewRoundContext extends Acting {
  readonly people: People;
  /** OpenRound: the policy of the authority; null while it has adopted none. */
  readonly policy: Policy | null;
  /** OpenRound: the audits that became final in the half-year, and what the sample asked for would buy of them. */
  readonly frame: FrozenAudits | null;
  /** OpenRound: the rounds that have a month in common with this one and were not replaced by another. */
  readonly sameMonths: readonly ReviewRoundId[];
  /** OpenRound: whether this stream is that of the next round, so that no other round is opened at the same moment. */
  readonly inTurn: boolean;
  /** SampleAudits: what drawing from the frozen list gives. */
  readonly draw: Pick<AuditsSampled['facts'], 'seed' | 'seedSource' | 'strata' | 'chosen'> | null;
  /** Whatever names an audit: that audit. */
  readonly audit: CaseAuditState | null;
  /** AllocateReview and CommitBlindGrade: everybody who had a hand in the audit, audited the case again, or graded it in any round. */
  readonly hadAHand: readonly PersonId[];
  /** CommitBlindGrade: the tool of the audit. */
  readonly tool: AuditToolState | null;
  /** ConcludeRound: the exact lower limit of the share agreed, percent; null where nothing was compared. */
  readonly lowerBoundPercent: number | null;
}

export interface FrozenAudits {
  readonly digest: Sha256;
  readonly audits: number;
  /** Null where the sample asked for is none, or larger than the list. */
  readonly precision: RoundOpened['facts']['precision'] | null;
}
