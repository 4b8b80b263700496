import binomial from '@stdlib/stats-base-dists-binomial-cdf';
import hypergeometric from '@stdlib/stats-base-dists-hypergeometric-cdf';
import type { Figure } from '../figure.js';
import { requireCount, requireShare } from '../require-argument.js';

export interface AttributePlan {
  /** The share of errors that can just be borne, above 0, at most 1. */
  readonly tolerable: number;
  /** The chance of passing a list with so many errors that can be borne, 0 to 1, neither included. */
  readonly risk: number;
  /** Errors that may be found in the sample while it still passes. */
  readonly acceptErrors: number;
  /** N, the length of the list; null for one without limit. */
  readonly populationSize: number | null;
}

/** Chances that equal the risk but for the machine's rounding are equal to it; so are shares of a list. */
const ROUNDING = 1e-12;
/** Beyond this many nobody draws a sample, and doubles cannot tell neighbouring sizes apart. */
const LARGEST = 10_000_000;

/**
 * How many cases to check so that finding no more than `acceptErrors` errors shows that the list holds less than the
 * tolerable share: the least n at which a list with just that share would pass with no more than the stated chance
 * (AICPA, Audit Sampling, appendix A). With a list of known length the errors in it are counted, rounded up, and drawn
 * without replacement; without one they are drawn from a binomial distribution.
 *
 * @returns cases to check; no figure for an empty list (`n=0`), or when no sample does it, because the list holds no more
 *   errors than would be accepted, or because it would need more than ten million (`not-attainable`)
 */
export function attributeSampleSize(plan: AttributePlan): Figure<number, 'n=0' | 'not-attainable'> {
  const { tolerable, risk, acceptErrors, populationSize } = plan;
  requireShare('tolerable', tolerable);
  if (!(risk > 0 && risk < 1)) throw new RangeError(`risk must lie between 0 and 1, not ${risk}`);
  requireCount('acceptErrors', acceptErrors);
  if (populationSize !== null) requireCount('populationSize', populationSize);
  if (populationSize === 0) return { value: null, reason: 'n=0' };

  const errors =
    populationSize === null ? 0 : Math.ceil(tolerable * populationSize - ROUNDING * populationSize);
  const passes = (n: number): boolean =>
    (populationSize === null
      ? binomial(acceptErrors, n, tolerable)
      : hypergeometric(acceptErrors, populationSize, errors, n)) <=
    risk + ROUNDING;
  const most = Math.min(populationSize ?? LARGEST, LARGEST);

  let enough = Math.min(acceptErrors + 1, most);
  while (!passes(enough)) {
    if (enough === most) return { value: null, reason: 'not-attainable' };
    enough = Math.min(enough * 2, most);
  }
  // A larger sample never passes more easily, so the least size lies where the chance first falls to the risk.
  let tooFew = acceptErrors;
  while (enough - tooFew > 1) {
    const between = Math.floor((tooFew + enough) / 2);
    if (passes(between)) enough = between;
    else tooFew = between;
  }
  return { value: enough };
}
