import { exactUpperBound } from '../exact-upper-bound.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber } from './read-value.js';

export const attributeUpperLimit: Adapter = ({ params, input }) =>
  exactUpperBound(input.take('x', aCount), input.take('n', aCount), params.takeOr('conf', aNumber, 0.95));
