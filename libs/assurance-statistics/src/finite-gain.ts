import { requireAtMost } from './require-argument.js';

/**
 * How many times as much a case says that was drawn from a list of limited length: (N-1) / (N-n) (Kish 1965, 2.6; Cochran
 * 1977, 2.6).
 *
 * @param n cases drawn
 * @param populationSize N, the length of the list, at least n; Infinity for a list without end
 * @returns 1 for a list without end; Infinity where the whole list was drawn, so that nothing is uncertain
 */
export function finiteGain(n: number, populationSize: number): number {
  requireAtMost('n', n, 'populationSize', populationSize);
  if (populationSize === Infinity) return 1;
  return n === populationSize ? Infinity : (populationSize - 1) / (populationSize - n);
}
