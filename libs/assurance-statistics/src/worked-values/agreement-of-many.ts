import { fleissKappaGeneralised as generalisedKappa } from '../agreement/fleiss-kappa-generalised.js';
import { gwetAc as gwetCoefficient } from '../agreement/gwet-ac.js';
import type { Adapter, Given } from './adapter.js';
import { answerInterval } from './answer-interval.js';
import { ratingsOf, scaleOf, weightsOf } from './read-ratings.js';
import { reasonOf } from './reason-of.js';

export const fleissKappaGeneralised: Adapter = (given) => answer(given, generalisedKappa);
export const gwetAc: Adapter = (given) => answer(given, gwetCoefficient);

function answer(given: Given, compute: typeof gwetCoefficient): ReturnType<Adapter> {
  const figure = compute(ratingsOf(given), weightsOf(given), scaleOf(given));
  return {
    value: figure.value,
    ...reasonOf(figure),
    ...{ n: figure.n, pairable: figure.pairable },
    ...{ pa: figure.observedAgreement, pe: figure.chanceAgreement, se: figure.standardError },
    ...answerInterval(figure.interval),
  };
}
