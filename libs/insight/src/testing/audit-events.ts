import { CURRENT_SCALE, type CaseAuditEvent, type Grade, type IsoDate } from '#audit-cycle';
import { derivedId } from '#event-log';

const LEAD = derivedId('person', 'lead');
const AUDITOR = derivedId('person', 'auditor');
export const MODERATOR = derivedId('person', 'moderator');
/** What no answer and no page may ever show. */
export const NARRATIVE = 'Never to be shown.';

export function allocated(due: IsoDate): CaseAuditEvent {
  return {
    type: 'AuditorAllocated',
    facts: { auditor: AUDITOR, due, allocatedBy: LEAD, how: 'by-hand' },
    narrative: null,
  };
}

export function graded(grade: Grade): readonly CaseAuditEvent[] {
  return [
    { type: 'AuditStarted', facts: { auditor: AUDITOR }, narrative: null },
    {
      type: 'SectionGraded',
      facts: { section: 'plan', answer: { kind: 'grade', grade } },
      narrative: { evidence: NARRATIVE },
    },
    {
      type: 'CaseGraded',
      facts: {
        grade,
        scale: CURRENT_SCALE,
        auditor: AUDITOR,
        attempt: 1,
        limitedBy: [],
        limitReasonCode: null,
        strengths: [],
        development: [],
        actionsSet: 1,
        noActionReason: null,
      },
      narrative: { rationale: NARRATIVE },
    },
  ];
}

export function finalised(submitted: Grade, moderated: Grade): readonly CaseAuditEvent[] {
  return [
    {
      type: 'GradeModerated',
      facts: {
        moderator: MODERATOR,
        outcome: submitted === moderated ? 'upheld' : 'changed',
        from: submitted,
        to: moderated,
        manner: 'seen',
        reasonCode: submitted === moderated ? null : 'evidence-weighed-differently',
        sections: [],
        disputeUntil: '2026-06-30',
      },
      narrative: submitted === moderated ? null : { reason: NARRATIVE },
    },
    {
      type: 'AuditFinalised',
      facts: {
        grade: moderated,
        scale: CURRENT_SCALE,
        lineage: { submitted, resubmitted: null, moderated, settled: null },
        finalisedBy: LEAD,
        finalisedOn: '2026-06-23',
        feedbackDue: '2026-06-30',
        commentsUntil: '2026-07-07',
      },
      narrative: null,
    },
  ];
}
