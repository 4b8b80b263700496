import { allocateProportionally } from '../allocate-proportionally.js';
import type { Adapter } from './adapter.js';
import { aCount, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const allocationProportional: Adapter = ({ params, input }) => {
  const figure = allocateProportionally(
    input.take('n', aCount),
    input.take('Nh', listOf(aCount)),
    params.takeOr('minimum', aCount, 0),
  );
  return { ...(figure.value ?? { raw: null, allocation: null, censusStrata: null }), ...reasonOf(figure) };
};
