import type { GradedAudit } from '../grading-distribution/rows.js';
import { idOf } from './history.js';

/** An audit of the first cycle to which nothing has happened yet but what is changed. */
export const gradedAudit = (n: number, changes: Partial<GradedAudit> = {}): GradedAudit => ({
  id: idOf('case-audit', n),
  cycle: idOf('cycle', 1),
  child: `child-${n}`,
  family: null,
  cohort: 'in-care',
  team: 'North',
  stratum: 'in-care',
  probability: 0.5,
  auditor: null,
  submittedGrade: null,
  submittedAt: null,
  rules: [],
  firstModeration: null,
  moderationMissed: false,
  returned: false,
  moderatedGrade: null,
  settledGrade: null,
  finalGrade: null,
  sections: {},
  submittedSections: null,
  moderatedSections: {},
  strengths: [],
  development: [],
  withdrawn: null,
  withdrawnAfterGrading: false,
  ...changes,
});
