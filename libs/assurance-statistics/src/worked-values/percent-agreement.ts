import { percentAgreement as compute } from '../agreement/percent-agreement.js';
import type { Adapter } from './adapter.js';
import { scaleOf, tableOf } from './read-ratings.js';
import { reasonOf } from './reason-of.js';

export const percentAgreement: Adapter = (given) => {
  const figure = compute(tableOf(given), scaleOf(given));
  const { agreed, n, withinOneShare } = figure;
  return { value: figure.value, ...reasonOf(figure), agree: agreed, n, withinOneGrade: withinOneShare };
};
