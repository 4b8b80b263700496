import type { RatingStep } from './informative-cases.js';

/** The log-likelihood at one position, its slope there, and its curvature downwards (the Fisher information). */
export interface Likelihood {
  readonly logLikelihood: number;
  readonly gradient: readonly number[];
  readonly information: readonly (readonly number[])[];
}

/**
 * The conditional likelihood of the rating-scale model, log P(step x) / P(step x-1) = case - severity - threshold x
 * (Andrich 1978; Linacre 1989): of each case, the probability of its ratings given their total, which does not depend
 * on the case. Probabilities of one and of two ratings given the total come from products of polynomials, whose
 * coefficients are the elementary symmetric functions.
 *
 * A position holds the severity of each rater, then how far the thresholds of steps 1 to 2, 1 to 3, ... add up, with
 * the first threshold at 0: a constant that is added to all thresholds is no more than another origin for the cases.
 *
 * @param cases informative ones
 * @param steps those of the scale, from 0
 */
export function conditionalLikelihood(
  cases: readonly (readonly RatingStep[])[],
  position: readonly number[],
  raters: number,
  steps: readonly number[],
): Likelihood {
  const gradient = position.map(() => 0);
  const information = position.map(() => position.map(() => 0));
  const logWeight = (rating: RatingStep): number =>
    -loads(rating, raters).reduce((sum, [at, times]) => sum + times * entry(position, at), 0);

  let logLikelihood = 0;
  for (const rating of cases.flat()) {
    logLikelihood += logWeight(rating);
    loads(rating, raters).forEach(([at, times]) => addTo(gradient, at, -times));
  }
  for (const { pattern, total, times } of alike(cases)) {
    const weights = pattern.map((rater) => steps.map((step) => Math.exp(logWeight({ rater, step }))));
    const whole = entry(product(weights), total);
    const mean = position.map(() => 0);
    logLikelihood -= times * Math.log(whole);
    pattern.forEach((rater, a) => {
      const others = product(weights.filter((_, at) => at !== a));
      for (const step of steps) {
        const share = (entry(weights[a], step) * entry(others, total - step)) / whole;
        const own = loads({ rater, step }, raters);
        own.forEach(([at, load]) => addTo(mean, at, share * load));
        addProduct(information, own, own, times * share);
      }
      pattern.forEach((second, b) => {
        if (b <= a) return;
        const rest = product(weights.filter((_, at) => at !== a && at !== b));
        for (const step of steps) {
          for (const other of steps) {
            const both = entry(weights[a], step) * entry(weights[b], other);
            const share = (both * entry(rest, total - step - other)) / whole;
            const [own, seconds] = [
              loads({ rater, step }, raters),
              loads({ rater: second, step: other }, raters),
            ];
            addProduct(information, own, seconds, times * share);
            addProduct(information, seconds, own, times * share);
          }
        }
      });
    });
    const means = mean.map((value, at) => [at, value] as const);
    means.forEach(([at, value]) => addTo(gradient, at, times * value));
    addProduct(information, means, means, -times);
  }
  return { logLikelihood, gradient, information };
}

/** Places in a position, each with a number that belongs there; all others are 0. */
type Loads = readonly (readonly [at: number, times: number])[];

/** How often each parameter is taken off the log-weight of a rating. */
function loads({ rater, step }: RatingStep, raters: number): Loads {
  const severity = [rater, step] as const;
  return step < 2 ? [severity] : [severity, [raters + step - 2, 1]];
}

/** Cases with the same raters and the same total have the same conditional distribution. */
function alike(
  cases: readonly (readonly RatingStep[])[],
): readonly { pattern: readonly number[]; total: number; times: number }[] {
  const kinds = cases.map((given) => ({
    pattern: given.map(({ rater }) => rater),
    total: given.reduce((sum, { step }) => sum + step, 0),
  }));
  const groups = Map.groupBy(kinds, ({ pattern, total }) => `${pattern.join()}|${total}`);
  return [...groups.values()].flatMap((same) =>
    same.slice(0, 1).map((kind) => ({ ...kind, times: same.length })),
  );
}

/** Coefficients of the product of polynomials, lowest first. */
function product(polynomials: readonly (readonly number[])[]): readonly number[] {
  return polynomials.reduce(
    (left, right) => {
      const result = Array.from({ length: left.length + right.length - 1 }, () => 0);
      left.forEach((a, i) => right.forEach((b, j) => addTo(result, i + j, a * b)));
      return result;
    },
    [1],
  );
}

function addProduct(matrix: number[][], left: Loads, right: Loads, times: number): void {
  for (const [row, a] of left) {
    const target = matrix[row] ?? [];
    for (const [column, b] of right) addTo(target, column, times * a * b);
  }
}

function addTo(vector: number[], at: number, value: number): void {
  vector[at] = entry(vector, at) + value;
}

/** A coefficient that a polynomial does not reach is 0. */
function entry(vector: readonly number[] | undefined, at: number): number {
  return vector?.[at] ?? 0;
}
