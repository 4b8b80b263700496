import { percentAgreementOfMany } from '../agreement/percent-agreement-of-many.js';
import type { Adapter } from './adapter.js';
import { ratingsOf, scaleOf, weightsOf } from './read-ratings.js';
import { reasonOf } from './reason-of.js';

export const percentAgreementMulti: Adapter = (given) => {
  const figure = percentAgreementOfMany(ratingsOf(given), weightsOf(given), scaleOf(given));
  return { value: figure.value, ...reasonOf(figure), n: figure.n };
};
