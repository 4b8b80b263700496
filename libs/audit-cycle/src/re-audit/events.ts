import type { EventOf } from '../decider.js';
import type { ActionVerdict } from '../improvement-action/priority.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { Grade, GradeScale } from '../vocabulary/grade.js';
import type { ActionId, AuditId, ChildId, CycleId, PersonId, TeamName } from '../vocabulary/identifiers.js';

export type ReAuditEvent =
  | EventOf<
      'CaseSelectedForReAudit',
      {
        audit: AuditId;
        cycle: CycleId;
        child: ChildId;
        team: TeamName | null;
        worker: PersonId | null;
        asAt: IsoDate;
        originalGrade: Grade;
        /** Every action that the original audit set; each needs a verdict. */
        actions: readonly ActionId[];
        rule: 'chosen';
      }
    >
  | EventOf<'ReAuditorAllocated', { reAuditor: PersonId }>
  | EventOf<'ActionChecked', { action: ActionId; verdict: ActionVerdict }, 'evidence'>
  | EventOf<
      'CaseReaudited',
      {
        audit: AuditId;
        reAuditor: PersonId;
        grade: Grade;
        scale: GradeScale;
        verdicts: readonly { readonly action: ActionId; readonly verdict: ActionVerdict }[];
      },
      'rationale'
    >;

export type CaseSelectedForReAudit = Extract<ReAuditEvent, { type: 'CaseSelectedForReAudit' }>;
