import type { Figure } from '../figure.js';
import { GRADE_CODES } from './scale.js';
import { sumOf } from '../sum-of.js';
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
  return { ...alphaOfCompared(comparedCases(tallied), metric, scale), dropped: { ratedOnce, unrated } };
}

/** A case with at least two ratings, and its pairs of ratings that differ. */
export interface ComparedCase {
  readonly counts: readonly number[];
  /** By the places of both; `times` is both ways round, over the ratings of the case less one. */
  readonly differing: readonly { readonly place: number; readonly other: number; readonly times: number }[];
}

export function comparedCases(tallied: readonly TalliedCase[]): readonly ComparedCase[] {
  return tallied
    .filter(({ ratings }) => ratings >= 2)
    .map(({ counts, ratings }) => ({
      counts,
      differing: differingPairs(counts).map((pair) => ({ ...pair, times: pair.times / (ratings - 1) })),
    }));
}

/** The same from cases that are compared already: for whoever draws them again and again. */
export function alphaOfCompared(
  cases: readonly ComparedCase[],
  metric: Metric,
  scale: readonly number[],
): Omit<KrippendorffAlpha, 'dropped'> & Figure<number, 'no-pairs' | 'no-variation'> {
  const used = scale.map((_, place) => sumOf(cases, ({ counts }) => counts[place] ?? 0));
  const pairableRatings = sumOf(used, (uses) => uses);
  const counted = { n: cases.length, pairableRatings };
  if (cases.length === 0) {
    const nothing = { observedDisagreement: null, disagreementByChance: null };
    return { value: null, reason: 'no-pairs', ...counted, ...nothing };
  }
  const costs = scale.map((_, place) => scale.map((__, other) => costOf(metric, scale, used, place, other)));
  const costOfAll = (pairs: ComparedCase['differing']): number =>
    sumOf(pairs, ({ place, other, times }) => times * (costs[place]?.[other] ?? 0));
  const observedDisagreement = sumOf(cases, ({ differing }) => costOfAll(differing)) / pairableRatings;
  const disagreementByChance = costOfAll(differingPairs(used)) / (pairableRatings * (pairableRatings - 1));
  const disagreements = { ...counted, observedDisagreement, disagreementByChance };
  return used.some((uses) => uses === pairableRatings)
    ? { value: null, reason: 'no-variation', ...disagreements }
    : { value: 1 - observedDisagreement / disagreementByChance, ...disagreements };
}

function differingPairs(counts: readonly number[]): ComparedCase['differing'] {
  return counts
    .flatMap((count, place) =>
      counts
        .slice(place + 1)
        .map((others, at) => ({ place, other: place + 1 + at, times: 2 * count * others })),
    )
    .filter(({ times }) => times > 0);
}

function costOf(
  metric: Metric,
  scale: readonly number[],
  used: readonly number[],
  place: number,
  other: number,
): number {
  if (metric === 'nominal') return place === other ? 0 : 1;
  if (metric === 'interval') return ((scale[place] ?? 0) - (scale[other] ?? 0)) ** 2;
  const between = used.slice(Math.min(place, other), Math.max(place, other) + 1);
  return (sumOf(between, (uses) => uses) - ((used[place] ?? 0) + (used[other] ?? 0)) / 2) ** 2;
}
