import type { Figure } from '../figure.js';
import { GRADE_CODES } from './scale.js';
import { sumOf } from '../sum-of.js';
import { tallyRatings, type Ratings } from './tally-ratings.js';

/** 1 is full agreement, 0 what chance would give. */
export type FleissKappa = Figure<number, 'no-pairs' | 'no-variation'> & {
  /** Cases that every rater rated: those that the figure is made of. */
  readonly n: number;
  readonly raters: number;
  readonly dropped: { readonly incomplete: number };
  readonly observedAgreement: number | null;
  readonly chanceAgreement: number | null;
  /** If there were no agreement beyond chance (Fleiss, Nee and Landis 1979): for a test of that, never for an interval. */
  readonly standardErrorByChance: number | null;
  /** Of each category of the scale against all the others together. */
  readonly perCategory: readonly Figure<number, 'no-pairs' | 'never-used' | 'always-used'>[];
};

/**
 * How far interchangeable raters agree beyond chance where each of them rated each case (Fleiss 1971): a panel that
 * calibrates. With ratings missing, fleissKappaGeneralised uses more of the cases.
 *
 * @returns `no-pairs`: no case is complete, or there are fewer than two raters. `no-variation`: one category alone is used
 */
export function fleissKappa(ratings: Ratings, scale: readonly number[] = GRADE_CODES): FleissKappa {
  const tallied = tallyRatings(ratings, scale);
  const m = ratings[0]?.length ?? 0;
  const complete = tallied.filter((tally) => tally.ratings === m);
  const n = complete.length;
  const counted = { n, raters: m, dropped: { incomplete: tallied.length - n } };
  if (n === 0 || m < 2) {
    const none = { value: null, reason: 'no-pairs' } as const;
    return {
      ...{ ...none, ...counted, observedAgreement: null, chanceAgreement: null },
      ...{ standardErrorByChance: null, perCategory: scale.map(() => none) },
    };
  }
  const perCase = complete.map(({ counts }) => counts);
  const used = scale.map((_, place) => sumOf(perCase, (counts) => counts[place] ?? 0));
  const pairs = n * m * (m - 1);
  const observedAgreement = sumOf(perCase, (counts) => sumOf(counts, (count) => count * (count - 1))) / pairs;
  const chanceAgreement = sumOf(used, (uses) => uses ** 2) / (n * m) ** 2;
  const agreements = {
    ...{ ...counted, observedAgreement, chanceAgreement },
    perCategory: used.map((uses, place) => {
      const split = sumOf(perCase, (counts) => (counts[place] ?? 0) * (m - (counts[place] ?? 0)));
      return ofCategory(uses, n * m, split / pairs);
    }),
  };
  if (used.some((uses) => uses === n * m)) {
    return { value: null, reason: 'no-variation', ...agreements, standardErrorByChance: null };
  }
  return {
    value: (observedAgreement - chanceAgreement) / (1 - chanceAgreement),
    ...{ ...agreements, standardErrorByChance: errorByChance(used, n * m, pairs) },
  };
}

function ofCategory(
  uses: number,
  all: number,
  disagreement: number,
): Figure<number, 'never-used' | 'always-used'> {
  if (uses === 0) return { value: null, reason: 'never-used' };
  if (uses === all) return { value: null, reason: 'always-used' };
  return { value: 1 - disagreement / ((uses / all) * ((all - uses) / all)) };
}

function errorByChance(used: readonly number[], all: number, pairs: number): number {
  const spread = sumOf(used, (uses) => (uses / all) * ((all - uses) / all));
  const skew = sumOf(used, (uses) => (uses * (all - uses) * (all - 2 * uses)) / all ** 3);
  return Math.sqrt((2 * (spread ** 2 - skew)) / (pairs * spread ** 2));
}
