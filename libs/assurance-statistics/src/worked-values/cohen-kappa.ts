import { cohenKappa as compute } from '../agreement/cohen-kappa.js';
import type { Adapter } from './adapter.js';
import { answerInterval } from './answer-interval.js';
import { scaleOf, tableOf, weightsOf } from './read-ratings.js';
import { reasonOf } from './reason-of.js';

export const cohenKappa: Adapter = (given) => {
  const kappa = compute(tableOf(given), weightsOf(given), scaleOf(given));
  return {
    value: kappa.value,
    ...reasonOf(kappa),
    ...{ n: kappa.n, po: kappa.observedAgreement, pe: kappa.chanceAgreement },
    ...{ se: kappa.standardError, se0: kappa.standardErrorByChance },
    ...answerInterval(kappa.interval),
  };
};
