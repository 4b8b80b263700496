import type { Grade } from '#audit-cycle';
import type { Outcome } from './distribution.js';
import { isGrade } from './outcome-at.js';

/** What cases are asked for by that are no grade. */
export const OUTCOMES = [
  'graded',
  'in-progress',
  'not-applicable',
  'no-grade-recorded',
  'withdrawn',
] as const;

/** Which row of a distribution the cases stand behind; all cases, withdrawn ones included, without either. */
export interface OutcomeAskedFor {
  readonly grade?: Grade | undefined;
  readonly outcome?: (typeof OUTCOMES)[number] | undefined;
}

/** What became of a case, whether it counts or not. */
export type CaseOutcome = Outcome | 'withdrawn';

export const isAskedFor = (outcome: CaseOutcome, asked: OutcomeAskedFor): boolean =>
  (asked.grade === undefined || outcome === asked.grade) &&
  (asked.outcome === undefined ||
    outcome === asked.outcome ||
    (asked.outcome === 'graded' && isGrade(outcome)));
