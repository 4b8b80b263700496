import { cochranQ as test } from '../leniency/cochran-q.js';
import type { Adapter } from './adapter.js';
import { aZeroOrOne, rowsOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const cochranQ: Adapter = ({ input }) => {
  const figure = test(input.take('binary', rowsOf(aZeroOrOne)));
  return { ...(figure.value ?? { statistic: null, df: null, p: null }), ...reasonOf(figure) };
};
