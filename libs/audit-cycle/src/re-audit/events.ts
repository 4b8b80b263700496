import type { ReAuditDrawRule } from '../cycle/re-audit-draw.js';
import type { EventOf } from '../decider.js';
import type { ActionVerdict } from '../improvement-action/priority.js';
import type { IsoDate, Period } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type {
  ActionId,
  AuditId,
  ChildId,
  CycleId,
  PersonId,
  TeamName,
  ToolId,
} from '../vocabulary/identifiers.js';

/** A re-audit: the same case once more, by somebody else, with every action of the first audit tested. */
export type ReAuditEvent =
  /** An audit that is final is to be done again. */
  | EventOf<
      'CaseSelectedForReAudit',
      {
        /** The audit that is done again. */
        audit: AuditId;
        /** The cycle of that audit. */
        cycle: CycleId;
        child: ChildId;
        /** The team that the child was with; null for none. */
        team: TeamName | null;
        /** The child's worker; null where nobody is known. */
        worker: PersonId | null;
        /** Date that the population stood at: independence is judged from here on. */
        asAt: IsoDate;
        /** The work that the original audit looked at. */
        reviewed: Period;
        /** What the original audit asked. */
        tool: {
          readonly id: ToolId;
          /** Published version of the tool. */
          readonly version: number;
        };
        /** The final grade of the audit that is done again. */
        originalGrade: Grade;
        /** Every action that the original audit set; each needs a verdict. */
        actions: readonly ActionId[];
        rule: ReAuditRule;
        /** For `chosen`: why, as a code; null where a draw came to it. */
        reasonCode: string | null;
        /** Where the seed chose it; null for `chosen` and `inadequate`. */
        draw: ReAuditPlace | null;
      }
    >
  /** Somebody who did not grade the case before is to audit it again. */
  | EventOf<
      'ReAuditorAllocated',
      {
        /** Who audits it again. */
        reAuditor: PersonId;
        /** The day by which it is to be graded again. */
        due: IsoDate;
        /** Who allocated it. */
        allocatedBy: PersonId;
      }
    >
  /** Somebody else audits it again; the verdicts recorded so far stay until they are given anew. */
  | EventOf<
      'ReAuditorReplaced',
      {
        /** Who had it until now. */
        from: PersonId;
        /** Who has it now. */
        to: PersonId;
        /** The day by which it is to be graded again. */
        due: IsoDate;
        /** Why, as a code. */
        reasonCode: string;
      },
      /** Why, in words. */
      'reason'
    >
  /** One of the original actions was looked into. A later verdict on the same action counts instead. */
  | EventOf<
      'ActionChecked',
      { action: ActionId; verdict: ActionVerdict },
      /** What the verdict rests on. */
      'evidence'
    >
  /** The case has a grade once more, beside those of the first audit. */
  | EventOf<
      'CaseReaudited',
      {
        /** The audit that was done again. */
        audit: AuditId;
        /** Who audited it again. */
        reAuditor: PersonId;
        grade: Grade;
        scale: GradeScale;
        /** The verdict that counts, for each of the original actions. */
        verdicts: readonly { readonly action: ActionId; readonly verdict: ActionVerdict }[];
      },
      /** Why the case has this grade now. */
      'rationale'
    >
  /** The case is not audited again after all. It stays on the record that it was to be. */
  | EventOf<
      'ReAuditWithdrawn',
      {
        /** Why, as a code. */
        reasonCode: string;
        /** Who withdrew it. */
        by: PersonId;
      },
      /** Why, in words. */
      'reason'
    >;

/** Why a case is audited again: somebody asked for it, the seed of a draw came to it, or its grade was inadequate. */
export type ReAuditRule = 'chosen' | ReAuditDrawRule;

/** The place of a case in the draw that came to it. */
export interface ReAuditPlace {
  /** The cycle whose audits were drawn from. */
  readonly cycle: CycleId;
  /** What the order of that draw depends on. */
  readonly seed: string;
  /** The audit, as its index in the frozen list of the eligible. */
  readonly index: number;
}

export type CaseSelectedForReAudit = Extract<ReAuditEvent, { type: 'CaseSelectedForReAudit' }>;
