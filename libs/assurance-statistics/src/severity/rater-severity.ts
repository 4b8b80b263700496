import { GRADE_CODES } from '../agreement/scale.js';
import type { Ratings } from '../agreement/tally-ratings.js';
import type { Figure } from '../figure.js';
import { conditionalLikelihood, type Likelihood } from './conditional-likelihood.js';
import { allLinked, informativeCases, type RatingStep, type Uninformative } from './informative-cases.js';
import { invert } from './invert.js';

export interface RaterSeverity {
  /** Of each rater, in logits; they add up to 0. Higher tends to LOWER codes: with 1 = Outstanding, to leniency. */
  readonly severity: readonly number[];
  readonly standardErrors: readonly number[];
  readonly logLikelihood: number;
}

export type RaterSeverityReason =
  /** No case has two ratings. */
  | 'no-pairs'
  /** All raters put every case that they share at the same end of the scale. */
  | 'no-variation'
  /** No chain of shared cases leads from every rater to every other. */
  | 'not-linked'
  /** The likelihood grows for ever as a threshold moves away, or does not depend on it: some category is too rare. */
  | 'thresholds-diverge'
  /** The same for a rater: as one whose every grade lies below everybody else's. */
  | 'severities-diverge';

export type RaterSeverities = Figure<RaterSeverity, RaterSeverityReason> & {
  /** Cases that say something of severity. With fewer than about 30, marginal homogeneity says more. */
  readonly n: number;
  readonly dropped: Uninformative;
};

/** Logits. Where estimates diverge their errors double and double again, and pass this in some 15 steps. */
const ERROR_OF_THE_UNKNOWN = 1000;
/** What is no better known than this by then diverges too. Errors of what is known are a few logits at the most. */
const LARGEST_ERROR = 30;
const SMALLEST_STEP = 1e-9;
const MOST_STEPS = 100;

/**
 * Tells hard cases from severe raters: the many-facet Rasch model of cases and raters with one set of thresholds, by
 * conditional maximum likelihood (Andrich 1978; Linacre 1989; `RSM` of R's eRm, which gives numbers of no meaning where
 * a threshold diverges).
 *
 * @param ratings cases in rows, raters in columns, null for not rated; raters must be linked by shared cases
 */
export function raterSeverity(ratings: Ratings, scale: readonly number[] = GRADE_CODES): RaterSeverities {
  const { cases, dropped } = informativeCases(ratings, scale);
  const raters = ratings[0]?.length ?? 0;
  const counted = { n: cases.length, dropped };
  const refused = (reason: RaterSeverityReason): RaterSeverities => ({ value: null, reason, ...counted });
  if (cases.length === 0) return refused(dropped.allAtOneEnd === 0 ? 'no-pairs' : 'no-variation');
  if (!allLinked(cases, raters)) return refused('not-linked');
  const found = mostLikely(cases, raters, scale.length);
  return typeof found === 'string' ? refused(found) : { value: found, ...counted };
}

/** Newton's method, each step halved until the likelihood does not fall: it has one summit, or rises for ever. */
function mostLikely(
  cases: readonly (readonly RatingStep[])[],
  raters: number,
  q: number,
): RaterSeverity | 'thresholds-diverge' | 'severities-diverge' {
  const steps = Array.from({ length: q }, (_, step) => step);
  const likelihoodAt = (position: readonly number[]): Likelihood =>
    conditionalLikelihood(cases, position, raters, steps);
  let position: readonly number[] = Array.from({ length: raters + Math.max(q - 2, 0) }, () => 0);
  let here = likelihoodAt(position);
  for (let taken = 0; taken < MOST_STEPS; taken += 1) {
    const covariance = covarianceOf(here, raters);
    if (covariance === null) return 'thresholds-diverge';
    const errors = covariance.map((row, at) => Math.sqrt(row[at] ?? 0));
    if (errors.some((error) => !(error <= ERROR_OF_THE_UNKNOWN))) {
      const thresholdsHold = errors.slice(raters).every((error) => error <= LARGEST_ERROR);
      return thresholdsHold ? 'severities-diverge' : 'thresholds-diverge';
    }
    let step = covariance.map((row) =>
      row.reduce((sum, value, at) => sum + value * (here.gradient[at] ?? 0), 0),
    );
    if (step.every((distance) => Math.abs(distance) < SMALLEST_STEP)) {
      const { logLikelihood } = here;
      return { severity: position.slice(0, raters), standardErrors: errors.slice(0, raters), logLikelihood };
    }
    const from = position;
    const ahead = (): readonly number[] => from.map((value, at) => value + (step[at] ?? 0));
    let there = likelihoodAt(ahead());
    while (!(there.logLikelihood >= here.logLikelihood - 1e-9)) {
      step = step.map((distance) => distance / 2);
      there = likelihoodAt(ahead());
    }
    [position, here] = [ahead(), there];
  }
  return 'thresholds-diverge';
}

/**
 * Of all parameters with the severities adding up to 0. A constant added to all severities changes nothing, so the
 * information has no inverse by itself: it is filled in along that one direction, and taken out again.
 */
function covarianceOf({ information }: Likelihood, raters: number): readonly (readonly number[])[] | null {
  const both = (row: number, column: number): boolean => row < raters && column < raters;
  const filled = information.map((row, at) => row.map((value, column) => value + (both(at, column) ? 1 : 0)));
  const inverse = invert(filled);
  return (
    inverse &&
    inverse.map((row, at) => row.map((value, column) => value - (both(at, column) ? 1 / raters ** 2 : 0)))
  );
}
