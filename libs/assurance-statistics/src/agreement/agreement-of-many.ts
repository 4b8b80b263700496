import type { Figure } from '../figure.js';
import { errorOverCases } from './error-over-cases.js';
import type { AgreedCase, PairwiseAgreement } from './pairwise-agreement.js';
import { sumOf } from '../sum-of.js';

/** A coefficient of agreement among many raters: 1 is full agreement, 0 what chance would give. */
export type AgreementOfMany = Figure<number, 'no-pairs' | 'no-variation'> & {
  /** Cases with at least one rating: all of them say how often categories are used. */
  readonly n: number;
  /** Those with at least two, which alone say how far raters agree. */
  readonly pairable: number;
  readonly dropped: { readonly unrated: number };
  readonly observedAgreement: number | null;
  readonly chanceAgreement: number | null;
  /** Over cases; the raters are taken as given. Null for a single case. */
  readonly standardError: number | null;
  readonly interval: Figure<
    readonly [lower: number, upper: number],
    'no-pairs' | 'no-variation' | 'degenerate-se'
  >;
};

/**
 * The coefficient that takes agreement by chance out of the observed one, with its error over cases (Gwet 2014).
 *
 * @param agreed as pairwiseAgreement gives it, with at least one pairable case
 * @param chanceWith the agreement by chance of one rating in a category (its place on the scale) with the ratings of
 *   all: its mean over cases, each of one weight, is the agreement by chance, which must be below 1
 */
export function agreementBeyondChance(
  { cases, pairable, unrated, observed, shares }: PairwiseAgreement & { readonly observed: number },
  chanceWith: (place: number) => number,
  confidence: number,
): AgreementOfMany {
  const n = cases.length;
  const chances = shares.map((_, place) => chanceWith(place));
  const byChance = sumOf(shares, (share, place) => share * (chances[place] ?? 0));
  const value = (observed - byChance) / (1 - byChance);
  const linearised = ({ counts, ratings, agreement }: AgreedCase): number => {
    const own = agreement === null ? 0 : (n / pairable) * (agreement - byChance);
    const ownChance = sumOf(counts, (count, place) => count * (chances[place] ?? 0)) / ratings;
    return (own - 2 * (1 - value) * (ownChance - byChance)) / (1 - byChance);
  };
  return {
    ...{ value, n, pairable, dropped: { unrated }, observedAgreement: observed, chanceAgreement: byChance },
    ...errorOverCases(value, cases.map(linearised), confidence),
  };
}

/** The same shape where there is no coefficient: what is known all the same, and the reason in place of the rest. */
export function noAgreementOfMany(
  reason: 'no-pairs' | 'no-variation',
  { cases, pairable, unrated, observed }: PairwiseAgreement,
  chanceAgreement: number | null,
): AgreementOfMany {
  return {
    ...{ value: null, reason, n: cases.length, pairable, dropped: { unrated } },
    ...{
      observedAgreement: observed,
      chanceAgreement,
      standardError: null,
      interval: { value: null, reason },
    },
  };
}
