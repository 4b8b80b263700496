import { sampleSize } from '../sample-size.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber, orNull } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const fpcSampleSize: Adapter = ({ params, input }) => {
  const figure = sampleSize({
    populationSize: input.take('N', orNull(aCount)),
    p: input.take('p', aNumber),
    marginOfError: input.take('e', aNumber),
    confidence: params.takeOr('conf', aNumber, 0.95),
  });
  return { ...(figure.value ?? { n0: null, raw: null, n: null }), ...reasonOf(figure) };
};
