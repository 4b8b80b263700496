/** How far two categories agree by the steps between them: `none` counts nothing but the same category. */
export const WEIGHTS = ['none', 'linear', 'quadratic', 'ordinal'] as const;
export type Weights = (typeof WEIGHTS)[number];

/** Agreement weights as whole numbers over one denominator, so that sums of them are exact. */
export interface WholeWeights {
  /** From 0 to `denominator`, which is full agreement; by the places of two categories on the scale, from 0. */
  readonly numerator: (place: number, other: number) => number;
  readonly denominator: number;
}

/**
 * Agreement weights on a scale of q categories: 1 for the same category, and otherwise, with d steps between them,
 * none 0; linear 1 - d / (q-1); quadratic 1 - d^2 / (q-1)^2; ordinal 1 - C(d+1, 2) / C(q, 2) (Gwet 2014). They hang on
 * the scale alone, never on the categories that happened to be used.
 *
 * @param q how many categories the scale has, 1 or more
 */
export function wholeWeights(weights: Weights, q: number): WholeWeights {
  const furthest = Math.max(q - 1, 1);
  const cost: (steps: number) => number = {
    none: (steps: number) => (steps === 0 ? 0 : 1),
    linear: (steps: number) => steps,
    quadratic: (steps: number) => steps * steps,
    ordinal: (steps: number) => (steps * (steps + 1)) / 2,
  }[weights];
  const denominator = cost(furthest);
  return { denominator, numerator: (place, other) => denominator - cost(Math.abs(place - other)) };
}

/** The same as shares: 1 is full agreement, 0 none. */
export function agreementWeight(weights: Weights, q: number): (place: number, other: number) => number {
  const { numerator, denominator } = wholeWeights(weights, q);
  return (place, other) => numerator(place, other) / denominator;
}
