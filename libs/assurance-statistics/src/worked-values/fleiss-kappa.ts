import { fleissKappa as compute } from '../agreement/fleiss-kappa.js';
import type { Adapter } from './adapter.js';
import { ratingsOf, scaleOf } from './read-ratings.js';
import { reasonOf } from './reason-of.js';

export const fleissKappa: Adapter = (given) => {
  const kappa = compute(ratingsOf(given), scaleOf(given));
  return {
    value: kappa.value,
    ...reasonOf(kappa),
    ...{ n: kappa.n, m: kappa.raters, pa: kappa.observedAgreement, pe: kappa.chanceAgreement },
    ...{ se0: kappa.standardErrorByChance, perCategory: kappa.perCategory.map(({ value }) => value) },
  };
};
