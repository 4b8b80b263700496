import { requireCount } from '../require-argument.js';

/** The sum of counts, each of which must be a whole number of at least 0. */
export function totalOf(name: string, counts: readonly number[]): number {
  counts.forEach((count, index) => requireCount(`${name}[${index}]`, count));
  return counts.reduce((sum, count) => sum + count, 0);
}
