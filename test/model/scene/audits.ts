import type { Grade, PersonId, ToolDefinition } from '#audit-cycle';
import { AUTHORITY, type AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { answers, gradeCase } from './answers.js';
import { reason } from './named.js';

const { lea } = PEOPLE;

export async function gradedBy(
  work: AtWork,
  audit: string,
  auditor: PersonId,
  grade: Grade,
  tool: ToolDefinition,
): Promise<void> {
  await work.done('case-audit', audit, lea, { type: 'AllocateAuditor', auditor });
  const steps = [{ type: 'StartAudit' }, ...answers(tool), gradeCase(grade)] as const;
  await work.done('case-audit', audit, auditor, ...steps);
}

export async function moderatedBy(
  work: AtWork,
  audit: string,
  moderator: PersonId,
  grade: Grade,
): Promise<void> {
  const { state } = await work.gateway.lookups.streams.load(AUTHORITY, 'case-audit', audit);
  if (state.status !== 'not-selected' && !state.moderationRequired)
    await work.done('case-audit', audit, lea, { type: 'RequireModeration' });
  await work.done('case-audit', audit, lea, { type: 'AllocateModerator', moderator });
  await work.done('case-audit', audit, moderator, {
    ...{ type: 'ModerateGrade', grade, manner: 'blind', ...reason },
  });
}
