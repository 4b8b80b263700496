import { allocateNeyman } from '../allocate-neyman.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const allocationNeyman: Adapter = ({ params, input }) => {
  const sizes = input.take('Nh', listOf(aCount));
  const deviations = input.take('Sh', listOf(aNumber));
  if (sizes.length !== deviations.length)
    throw new RangeError(`input.Sh must be as long as input.Nh (${sizes.length}), not ${deviations.length}`);

  const figure = allocateNeyman(
    input.take('n', aCount),
    sizes.map((size, at) => ({ size, standardDeviation: deviations[at] ?? 0 })),
    params.takeOr('minimum', aCount, 0),
  );
  return { ...(figure.value ?? { raw: null, allocation: null, censusStrata: null }), ...reasonOf(figure) };
};
