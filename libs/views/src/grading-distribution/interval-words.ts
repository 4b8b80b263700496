import type { Families } from './families-of.js';
import type { ListBehind } from './list-behind.js';
import type { Weights } from './weights-of.js';

/** By what the intervals of a report were worked out, for whoever prints them. */
export const inWords = (list: ListBehind, weights: Weights, { withSeveral }: Families): string =>
  [
    "Wilson's score interval of good or better; those of the four grades hold together (Goodman).",
    list.listed === null
      ? 'They count on lists without limit.'
      : `They are for lists of about ${list.listed} cases, of which these are a random sample.`,
    ...(weights.needed ? ['Each case counts by 1 over its chance of being drawn.'] : []),
    ...(withSeveral > 0 ? ['Cases of one family, and of one child, count as one cluster.'] : []),
    'They cover sampling error only, not errors of grading.',
  ].join(' ');
