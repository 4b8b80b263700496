import { describe, expect, it } from '@jest/globals';
import { nextInStratum } from './next-in-stratum.js';

describe('the replacement of a withdrawn case', () => {
  it('is the first in draw order that was not taken', () => {
    expect(nextInStratum([7, 3, 9, 1], new Set([7, 3]))).toEqual({ value: 9 });
  });

  it('passes over one that was taken out of turn, and over those of other strata', () => {
    expect(nextInStratum([7, 3, 9, 1], new Set([9, 7, 3, 400]))).toEqual({ value: 1 });
  });

  it('does not exist when the stratum has nobody left', () => {
    expect(nextInStratum([7, 3], new Set([3, 7]))).toEqual({ value: null, reason: 'stratum-exhausted' });
  });
});
