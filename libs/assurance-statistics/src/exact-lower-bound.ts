import type { Figure } from './figure.js';
import { requireAtMost, requireCount } from './require-argument.js';

/** Halvings of the interval from 0 to 1; afterwards it is narrower than doubles can tell apart. */
const HALVINGS = 60;

/**
 * The exact one-sided lower limit of a share (Clopper and Pearson 1934): the p at which x or more of n come about with the
 * chance 1 - confidence. Whatever the true share is, the limit lies below it at least so often as the confidence says.
 *
 * @param x how many have the property, 0 to n
 * @param n how many were looked at; 0 gives no figure
 * @param confidence 0.5 to 0.9999
 * @returns a share of 1; 0 when x is 0
 */
export function exactLowerBound(x: number, n: number, confidence = 0.95): Figure<number, 'n=0'> {
  requireCount('x', x);
  requireCount('n', n);
  requireAtMost('x', x, 'n', n);
  if (!(confidence >= 0.5 && confidence <= 0.9999)) {
    throw new RangeError(`confidence must be from 0.5 to 0.9999, not ${confidence}`);
  }
  if (n === 0) return { value: null, reason: 'n=0' };
  if (x === 0) return { value: 0 };
  let [below, above] = [0, x / n];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const p = (below + above) / 2;
    if (chanceOfAtLeast(x, n, p) > 1 - confidence) above = p;
    else below = p;
  }
  return { value: below };
}

/** P(X >= x) for X binomial with n and 0 < p < 1, summed in logarithms so that no term vanishes before it is due. */
function chanceOfAtLeast(x: number, n: number, p: number): number {
  let logTerm = n * Math.log(p);
  let sum = 0;
  for (let k = n; k >= x; k--) {
    sum += Math.exp(logTerm);
    if (k > 0) logTerm += Math.log(k) - Math.log(n - k + 1) + Math.log1p(-p) - Math.log(p);
  }
  return sum;
}
