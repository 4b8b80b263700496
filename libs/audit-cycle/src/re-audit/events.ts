import type { EventOf } from '../decider.js';
import type { ActionVerdict } from '../improvement-action/priority.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { ActionId, AuditId, ChildId, CycleId, PersonId, TeamName } from '../vocabulary/identifiers.js';

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
        /** The final grade of the audit that is done again. */
        originalGrade: Grade;
        /** Every action that the original audit set; each needs a verdict. */
        actions: readonly ActionId[];
        /** Why this case: `chosen`, somebody asked for it. */
        rule: 'chosen';
      }
    >
  /** Somebody who did not grade the case before is to audit it again. */
  | EventOf<
      'ReAuditorAllocated',
      {
        /** Who audits it again. */
        reAuditor: PersonId;
      }
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
    >;

export type CaseSelectedForReAudit = Extract<ReAuditEvent, { type: 'CaseSelectedForReAudit' }>;
