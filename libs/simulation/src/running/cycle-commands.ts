import type { AuthorityId, CycleCommand, DrawSample } from '#audit-cycle';
import { shippedToolId } from '#authority-setup';
import type { CyclePlan } from '../cycle-plan.js';
import type { CaseStory } from '../story/case-story.js';

export const planning = (
  { title, kind, period, reviewed, cohorts, linesOfEnquiry, size, tool: { shipped, version } }: CyclePlan,
  authority: AuthorityId,
): CycleCommand => ({
  type: 'PlanCycle',
  ...{ title, kind, period, reviewed, cohorts, linesOfEnquiry, targetSize: size },
  tool: { id: shippedToolId(authority, shipped), version },
});

/** At least one of each cohort where that is possible. Without a seed the server makes one. */
export const drawing = (
  { size, cohorts }: Pick<CyclePlan, 'size' | 'cohorts'>,
  seed: string | null,
): DrawSample => ({
  type: 'DrawSample',
  ...{ size, minimumPerStratum: size < cohorts.length ? 0 : 1 },
  ...(seed === null ? {} : { seed }),
});

/** What was drawn first was one too few; it stays on the record. */
export const drawingAgain = (plan: CyclePlan, seed: string | null): CycleCommand => ({
  ...drawing(plan, seed),
  redrawReason: {
    code: 'size-was-wrong',
    text: 'Made up for a simulation. One auditor more than we thought has time.',
  },
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
