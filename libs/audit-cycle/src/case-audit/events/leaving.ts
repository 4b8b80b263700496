import type { EventOf } from '../../decider.js';
import type { PersonId } from '../../vocabulary/identifiers.js';
import type { WithdrawalReason } from '../withdrawal.js';

/** What was put right in a case, how it left its cycle, and how long its record is kept. */
export type LeavingEvent =
  /** A fact that had been copied wrongly when the case was selected was put right. */
  | EventOf<
      'CorrectionMade',
      {
        /** Which of the facts. */
        field: CorrectableField;
        /** What had been recorded; null for nothing. */
        from: string | null;
        /** What is right; null for nothing. */
        to: string | null;
        /** Why, as a code. */
        reasonCode: string;
        /** Who corrected it. */
        by: PersonId;
        /** Who judged the case and is tied to it by what is right; such an audit is not made final. */
        tied: readonly PersonId[];
      },
      /** Why, in words. */
      'reason'
    >
  /** Somebody asked to take the audit out of its cycle after a section had been graded, which another person has to approve. */
  | EventOf<
      'WithdrawalRequested',
      {
        /** Who asked. */
        requestedBy: PersonId;
        reasonCode: WithdrawalReason;
        /** Whether another case is to be drawn in its place. */
        replace: boolean;
      },
      /** Why, in words. */
      'reason'
    >
  /** A withdrawal that somebody asked for was not approved: the audit goes on where it was, and may be asked for again. */
  | EventOf<
      'WithdrawalDeclined',
      {
        /** Who had asked. */
        requestedBy: PersonId;
        /** Somebody outside the service. */
        declinedBy: PersonId;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** The audit was taken out of its cycle. */
  | EventOf<
      'AuditWithdrawn',
      {
        reasonCode: WithdrawalReason;
        /** Who asked. */
        requestedBy: PersonId;
        /** Somebody outside the service, once any section had been graded; null before that and for a child who died. */
        approvedBy: PersonId | null;
        /** Whether any section had been graded. */
        afterGrading: boolean;
        /** Whether another case is to be drawn in its place. */
        replace: boolean;
      },
      /** Why, in words. */
      'reason'
    >
  /** The record of this audit is to be kept. */
  | EventOf<
      'LegalHoldSet',
      {
        /** Why, as a code; `child-died` where it came with the child's death. */
        reasonCode: string;
        /** Who set it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >
  /** The record of this audit need not be kept any longer than others. */
  | EventOf<
      'LegalHoldReleased',
      {
        /** Why, as a code. */
        reasonCode: string;
        /** Who released it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >;

/** What may have been copied wrongly at the selection. */
export const CORRECTABLE_FIELDS = ['cohort', 'team', 'worker'] as const;
/** What may have been copied wrongly at the selection. */
export type CorrectableField = (typeof CORRECTABLE_FIELDS)[number];

export type AuditWithdrawn = Extract<LeavingEvent, { type: 'AuditWithdrawn' }>;
export type CorrectionMade = Extract<LeavingEvent, { type: 'CorrectionMade' }>;
