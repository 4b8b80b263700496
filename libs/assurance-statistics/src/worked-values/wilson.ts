import { wilsonInterval } from '../wilson-interval.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber } from './read-value.js';

export const wilson: Adapter = ({ params, input }) =>
  wilsonInterval(input.take('x', aCount), input.take('n', aCount), params.takeOr('conf', aNumber, 0.95));
