import type { Sha256Hex } from '../draw-order.js';

/** Written beside every interval that is drawn with it, so that anybody can draw it again. */
export const GENERATOR = 'xoshiro128** from the first four words of 32 bits of sha256(seed)';

/** Gives whole numbers of 32 bits, each as likely as the others. */
export type RandomWord = () => number;

/**
 * Random words from a seed alone: xoshiro128** (Blackman and Vigna 2018), which begins with the first 32 digits of the
 * SHA-256 of the seed, cut into four words, highest digit first. A figure that draws a hundred thousand words while
 * somebody waits cannot hash for each; who is drawn for a sample is never decided by it.
 */
export function randomWords(seed: string, sha256Hex: Sha256Hex): RandomWord {
  const digest = sha256Hex(seed);
  return xoshiro128([0, 8, 16, 24].map((at) => parseInt(digest.slice(at, at + 8), 16)));
}

const { imul } = Math;

/** @param words four, not all of them 0 */
export function xoshiro128(words: readonly number[]): RandomWord {
  let [a = 0, b = 0, c = 0, d = 0] = words;
  return () => {
    const word = imul(turned(imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11);
    return word;
  };
}

const turned = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits));
