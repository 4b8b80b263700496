import { CORE_PRACTICE_AUDIT, VOICES, type CaseAuditCommand, type PersonId } from '#audit-cycle';
import type { AuthorityAtWork } from './authority-at-work.js';

/** From the allocation to the grade "good". Its auditor is not approved unless a test did that, so it is to be moderated. */
export async function gradeAudit(work: AuthorityAtWork, audit: string, auditor: PersonId): Promise<void> {
  await work.done('case-audit', audit, { type: 'AllocateAuditor', auditor });
  const answer = { kind: 'not-applicable', reasonCode: 'not-relevant' } as const;
  const commands: readonly CaseAuditCommand[] = [
    { type: 'StartAudit' },
    ...CORE_PRACTICE_AUDIT.sections.map(
      ({ code }) => ({ type: 'GradeSection', section: code, answer }) as const,
    ),
    ...VOICES.map(
      (voice) => ({ type: 'RecordVoice', voice, obtained: false, reasonCode: 'declined' }) as const,
    ),
    { type: 'RecordPracticeDiscussion', held: false, with: [], reasonCode: 'on-leave' },
    {
      ...{ type: 'GradeCase', grade: 'good', rationale: 'As seen.', strengths: [], development: [] },
      noActionReason: 'none-needed',
    },
  ];
  for (const command of commands) await work.done('case-audit', audit, command, auditor);
}
