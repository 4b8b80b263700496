import { sisonGlazIntervals } from '../distribution/sison-glaz-intervals.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const sisonGlaz: Adapter = ({ params, input }) => {
  const figure = sisonGlazIntervals(
    input.take('counts', listOf(aCount)),
    params.takeOr('conf', aNumber, 0.95),
  );
  const { c = null, gamma = null, intervals: ci = null } = figure.value ?? {};
  return { c, gamma, ci, ...reasonOf(figure) };
};
