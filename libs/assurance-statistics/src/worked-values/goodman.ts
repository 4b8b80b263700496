import { goodmanIntervals } from '../distribution/goodman-intervals.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const goodman: Adapter = ({ params, input }) => {
  const figure = goodmanIntervals(input.take('counts', listOf(aCount)), params.takeOr('conf', aNumber, 0.95));
  return { ci: figure.value, ...reasonOf(figure) };
};
