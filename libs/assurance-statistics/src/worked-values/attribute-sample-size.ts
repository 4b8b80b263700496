import { attributeSampleSize as sampleSize } from '../plan/attribute-sample-size.js';
import type { Adapter } from './adapter.js';
import { aCount, aNumber, oneOf } from './read-value.js';
import { reasonOf } from './reason-of.js';

export const attributeSampleSize: Adapter = ({ params, input }) => {
  const model = params.take('model', oneOf(['binomial', 'hypergeometric']));
  const figure = sampleSize({
    tolerable: input.take('tolerable', aNumber),
    risk: input.take('risk', aNumber),
    acceptErrors: input.take('acceptErrors', aCount),
    populationSize: model === 'hypergeometric' ? input.take('N', aCount) : null,
  });
  return { n: figure.value, ...reasonOf(figure) };
};
