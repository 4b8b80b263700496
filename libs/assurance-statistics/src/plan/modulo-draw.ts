import type { Sha256Hex } from '../draw-order.js';
import type { Figure } from '../figure.js';
import { requireAtMost, requireCount } from '../require-argument.js';

const MOST_DRAWS = 1_000_000;

/**
 * Draws places of a list with replacement, as P. B. Stark's tools do with R. Rivest's generator: the i-th is
 * SHA-256(seed , i) as a whole number, modulo N, plus 1. Anybody who holds the seed can repeat it with any SHA-256 tool.
 *
 * @param populationSize N, the length of the list
 * @param draws how many, at most a million
 * @returns places from 1 to N, in the order drawn; one may come more than once
 */
export function moduloDraw(
  seed: string,
  populationSize: number,
  draws: number,
  sha256Hex: Sha256Hex,
): Figure<readonly number[], 'n=0'> {
  requireCount('populationSize', populationSize);
  requireCount('draws', draws);
  requireAtMost('draws', draws, 'the draws supported', MOST_DRAWS);
  if (populationSize === 0) return { value: null, reason: 'n=0' };
  const place = (i: number): number =>
    Number(BigInt(`0x${sha256Hex(`${seed},${i}`)}`) % BigInt(populationSize)) + 1;
  return { value: Array.from({ length: draws }, (_, at) => place(at + 1)) };
}
