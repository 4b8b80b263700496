import { leniency } from '../leniency/leniency.js';
import type { Adapter } from './adapter.js';
import { aCount, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const leniencySignTest: Adapter = ({ input }) => {
  const figure = leniency(input.take('table', listOf(listOf(aCount))));
  const none = { n: 0, rowBetter: 0, rowWorse: 0, pExact: null, meanShift: null };
  return { ...(figure.value ?? none), ...reasonOf(figure) };
};
