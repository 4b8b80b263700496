import { addDays, addMonths, type AuthorityId, type Cohort, type CycleCommand } from '#audit-cycle';
import { corePracticeAuditId } from '#authority-setup';
import type { CyclePlan } from '../cycle-plan.js';
import type { CaseStory } from '../story/case-story.js';

const AUDITED: readonly Cohort[] = ['child-in-need', 'child-protection', 'in-care', 'care-experienced'];

/** The work of the six months before the period is graded. */
export const planning = ({ title, period, size }: CyclePlan, authority: AuthorityId): CycleCommand => ({
  type: 'PlanCycle',
  ...{ title, kind: 'core', period, cohorts: AUDITED, targetSize: size },
  reviewed: { from: addMonths(period.from, -6), to: addDays(period.from, -1) },
  linesOfEnquiry: [{ code: 'fathers', question: 'Are fathers and the wider family part of the work?' }],
  tool: { id: corePracticeAuditId(authority), version: 1 },
});

/** At least one of each cohort where that is possible. Without a seed the server makes one. */
export const drawing = ({ size }: CyclePlan, seed: string | null): CycleCommand => ({
  type: 'DrawSample',
  ...{ size, minimumPerStratum: size < AUDITED.length ? 0 : 1 },
  ...(seed === null ? {} : { seed }),
});

/** For a reason where audits were left unfinished. */
export const closing = (stories: readonly CaseStory[]): CycleCommand =>
  stories.some(({ unfinished }) => unfinished)
    ? {
        type: 'CloseCycle',
        reasonCode: 'auditors-called-away',
        reason: 'Made up for a simulation. The auditors were needed elsewhere and did not come back to it.',
      }
    : { type: 'CloseCycle' };
