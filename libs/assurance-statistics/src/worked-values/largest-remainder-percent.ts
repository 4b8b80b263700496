import { largestRemainderPercentages } from '../largest-remainder-percentages.js';
import type { Adapter } from './adapter.js';
import { aCount, listOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const largestRemainderPercent: Adapter = ({ params, input }) => {
  const figure = largestRemainderPercentages(
    input.take('counts', listOf(aCount)),
    params.takeOr('decimals', aCount, 0),
  );
  return { percent: figure.value, ...reasonOf(figure) };
};
