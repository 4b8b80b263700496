import type { Figure } from '../figure.js';
import { GRADE_CODES } from './scale.js';
import { sumOf } from './sum.js';
import { tallyRatings, type Ratings, type TalliedCase } from './tally-ratings.js';

/** What a disagreement costs: `nominal` always the same; `interval` the square of the codes' difference; `ordinal` by how many ratings lie between. */
export const METRICS = ['nominal', 'ordinal', 'interval'] as const;
export type Metric = (typeof METRICS)[number];

/** 1 is full agreement, 0 what chance would give. */
export type KrippendorffAlpha = Figure<number, 'no-pairs' | 'no-variation'> & {
  /** Cases with at least two ratings: those that the figure is made of. */
  readonly n: number;
  /** Their ratings. */
  readonly pairableRatings: number;
  readonly dropped: { readonly ratedOnce: number; readonly unrated: number };
  /** In the unit of the metric, squared; null where there are no pairs. */
  readonly observedDisagreement: number | null;
  readonly disagreementByChance: number | null;
};

/**
 * How far any number of raters agree beyond chance, some ratings missing, also in small samples (Krippendorff 2011).
 * The ordinal metric hangs on how often the categories between are used; it is not the ordinal weights of Gwet.
 *
 * @param ratings cases in rows, raters in columns
 * @returns `no-pairs`: no case has two ratings. `no-variation`: these ratings are all the same, and 0/0 is no figure,
 *   although some programs print 1
 */
export function krippendorffAlpha(
  ratings: Ratings,
  metric: Metric = 'ordinal',
  scale: readonly number[] = GRADE_CODES,
): KrippendorffAlpha {
  const tallied = tallyRatings(ratings, scale);
  const unrated = tallied.filter((tally) => tally.ratings === 0).length;
  const ratedOnce = tallied.filter((tally) => tally.ratings === 1).length;
  return { ...alphaOfTallied(tallied, metric, scale), dropped: { ratedOnce, unrated } };
}

/** The same from cases that are tallied already; cases without a pair change nothing. */
export function alphaOfTallied(
  tallied: readonly TalliedCase[],
  metric: Metric,
  scale: readonly number[],
): Omit<KrippendorffAlpha, 'dropped'> & Figure<number, 'no-pairs' | 'no-variation'> {
  const cases = tallied.filter((tally) => tally.ratings >= 2);
  const used = scale.map((_, place) => sumOf(cases, ({ counts }) => counts[place] ?? 0));
  const pairableRatings = sumOf(used, (uses) => uses);
  const counted = { n: cases.length, pairableRatings };
  if (cases.length === 0) {
    const nothing = { observedDisagreement: null, disagreementByChance: null };
    return { value: null, reason: 'no-pairs', ...counted, ...nothing };
  }
  const cost = costOf(metric, scale, used);
  const observedDisagreement =
    sumOf(cases, ({ counts, ratings }) => costOfPairs(counts, cost) / (ratings - 1)) / pairableRatings;
  const disagreementByChance = costOfPairs(used, cost) / (pairableRatings * (pairableRatings - 1));
  const disagreements = { ...counted, observedDisagreement, disagreementByChance };
  return used.some((uses) => uses === pairableRatings)
    ? { value: null, reason: 'no-variation', ...disagreements }
    : { value: 1 - observedDisagreement / disagreementByChance, ...disagreements };
}

type Cost = (place: number, other: number) => number;

/** Each pair of ratings in different categories, both ways round, at what it costs. */
function costOfPairs(counts: readonly number[], cost: Cost): number {
  return sumOf(counts, (count, place) =>
    count === 0 ? 0 : sumOf(counts, (other, at) => (at === place ? 0 : count * other * cost(place, at))),
  );
}

function costOf(metric: Metric, scale: readonly number[], used: readonly number[]): Cost {
  const square: Record<Metric, Cost> = {
    nominal: () => 1,
    interval: (place, other) => (scale[place] ?? 0) - (scale[other] ?? 0),
    ordinal: (place, other) => {
      const between = used.slice(Math.min(place, other), Math.max(place, other) + 1);
      return sumOf(between, (uses) => uses) - ((used[place] ?? 0) + (used[other] ?? 0)) / 2;
    },
  };
  return (place, other) => square[metric](place, other) ** 2;
}
