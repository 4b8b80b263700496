import type { Figure } from './figure.js';
import { requireAtMost, requireCount } from './require-argument.js';

/**
 * Between which shares the truth must lie when some of the cases have no grade: from "none of the missing has the
 * property" to "all of them have". Arithmetic, not estimation, so there is no confidence to state.
 *
 * @param x how many of the graded have the property, 0 to graded
 * @param graded cases with a grade
 * @param missing cases without one
 * @returns shares of graded + missing; no figure when there is no case at all
 */
export function boundsWithMissing(
  x: number,
  graded: number,
  missing: number,
): Figure<readonly [lowest: number, highest: number], 'n=0'> {
  requireCount('x', x);
  requireCount('graded', graded);
  requireCount('missing', missing);
  requireAtMost('x', x, 'graded', graded);
  const all = graded + missing;
  if (all === 0) return { value: null, reason: 'n=0' };
  return { value: [x / all, (x + missing) / all] };
}
