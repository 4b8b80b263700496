import type { Sha256Hex } from '../draw-order.js';

/** Gives a whole number from 0 up to but not including `below`, each as likely as the others. */
export type RandomPlace = (below: number) => number;

/** Written beside every figure that is drawn with it, so that anybody can draw it again. */
export const GENERATOR =
  'sha256(seed|0), sha256(seed|1), ... in words of 32 bits; remainder, unfair words left out';

const WORDS = 2 ** 32;

/**
 * Random places from a seed alone: the SHA-256 of "seed|0", "seed|1", and so on, each cut into eight whole numbers of
 * 32 bits, highest digit first. A number gives its remainder; those at the upper end that would make some remainders
 * likelier are left out.
 *
 * @returns a function to be called with 1 to 2^32
 */
export function randomPlaces(seed: string, sha256Hex: Sha256Hex): RandomPlace {
  let block = 0;
  let words: number[] = [];
  const nextWord = (): number => {
    const word = words.pop();
    if (word !== undefined) return word;
    const digest = sha256Hex(`${seed}|${block}`);
    block += 1;
    words = (digest.match(/.{8}/g) ?? []).map((digits) => parseInt(digits, 16)).reverse();
    return nextWord();
  };
  return (below) => {
    const fair = WORDS - (WORDS % below);
    let word = nextWord();
    while (word >= fair) word = nextWord();
    return word % below;
  };
}
