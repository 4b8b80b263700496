import pmf from '@stdlib/stats-base-dists-poisson-pmf';

/** A Poisson variable looked at only where it falls from `lowest` to `highest`. */
export interface TruncatedPoisson {
  /** The chance that it falls there at all. */
  readonly inside: number;
  readonly mean: number;
  /** Central moments of the second to the fourth order. */
  readonly second: number;
  readonly third: number;
  readonly fourth: number;
}

/** @param mean of the Poisson variable before it is truncated, at least 0; `lowest` to `highest` must reach it */
export function truncatedPoisson(mean: number, lowest: number, highest: number): TruncatedPoisson {
  const values = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at);
  const chances = values.map((value) => pmf(value, mean));
  const inside = chances.reduce((sum, chance) => sum + chance, 0);
  const expected = (of: (value: number) => number): number =>
    values.reduce((sum, value, at) => sum + of(value) * (chances[at] ?? 0), 0) / inside;

  const centre = expected((value) => value);
  const moment = (order: number): number => expected((value) => (value - centre) ** order);
  return { inside, mean: centre, second: moment(2), third: moment(3), fourth: moment(4) };
}
