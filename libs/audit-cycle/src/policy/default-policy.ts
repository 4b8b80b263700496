import type { Policy } from './policy.js';

/** Version 1, as the product ships it. These numbers are the product's own proposal, not guidance from anybody else: an authority adopts its own. */
export const DEFAULT_POLICY: Policy = {
  version: 1,
  workingDays: { audit: 15, moderation: 5, dispute: 3, comment: 5, feedback: 5 },
  actionDue: { urgent: 2, high: 10, medium: 20, low: 30, impact: 60 },
  moderation: {
    randomSharePercent: 20,
    grades: ['outstanding', 'inadequate'],
    unapprovedAuditors: true,
    manner: 'blind',
  },
  sampling: {
    monthsBetweenSamples: 12,
    minimumPerStratum: 1,
    repeatAllowedFor: ['dip-sample', 'plans-audit'],
  },
  reAudit: { sharePercent: 15, fromWeeks: 8, toWeeks: 12 },
  escalation: { immediateRiskHours: 24, inadequateWorkingDays: 1 },
  actions: { dueSoonWorkingDays: 3 },
  verification: { outsideTeamForInadequate: true },
  external: {
    ...{ fewest: 30, most: 60, months: 6, voicesShown: false },
    ...{ reliableFromPercent: 60, limitsFromPercent: 40 },
  },
  capacity: { auditsPerAuditor: 8 },
  feedbackRequired: true,
  areas: [],
  figures: { fewestPairs: 30, fewestPairsPerAuditor: 10, fewestPublished: 5, totalsPublished: true },
};
