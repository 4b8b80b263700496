import type { Sha256Hex } from '../draw-order.js';
import type { Figure } from '../figure.js';
import { requireConfidence, requireCount } from '../require-argument.js';
import { quantile } from './quantile.js';
import { GENERATOR, randomPlaces } from './random-places.js';

export interface BootstrapRequest<Unit> {
  /** What is drawn again as a whole: cases, or families of cases where those belong together. */
  readonly units: readonly Unit[];
  /** The figure of a drawn sample, in the same unit as the figure that the interval is for; null where it has none. */
  readonly estimate: (sample: readonly Unit[]) => number | null;
  /** Chosen by the caller and published with the interval. */
  readonly seed: string;
  readonly sha256Hex: Sha256Hex;
  /** How many samples to draw, 100 or more; 2,000 unless said. */
  readonly replicates?: number;
  readonly confidence?: number;
}

export type BootstrapInterval = Figure<
  readonly [lower: number, upper: number],
  'no-units' | 'degenerate-se' | 'often-undefined'
> & {
  readonly seed: string;
  readonly generator: string;
  readonly replicates: number;
  /** Drawn samples that have no figure, which the interval leaves out. */
  readonly undefinedReplicates: number;
};

/** With more samples than this share without a figure, the others say too little of what might have been. */
const MOST_UNDEFINED = 0.05;

/**
 * Percentile interval of the bootstrap (Efron 1979): draws as many units as there are, with replacement, again and
 * again, and takes the limits between which the middle share of their figures lies (quantiles of type 7, as R's).
 * It covers what another choice of units would change, and need not hold the estimate itself where that leans.
 *
 * @returns `no-units`: there is nothing to draw from. `degenerate-se`: every sample gives the same figure.
 *   `often-undefined`: more than one sample in twenty gives none
 */
export function bootstrapInterval<Unit>({
  units,
  estimate,
  seed,
  sha256Hex,
  replicates = 2000,
  confidence = 0.95,
}: BootstrapRequest<Unit>): BootstrapInterval {
  requireConfidence(confidence);
  requireCount('replicates', replicates);
  if (replicates < 100) throw new RangeError(`replicates must be at least 100, not ${replicates}`);
  const drawn = { seed, generator: GENERATOR, replicates };
  if (units.length === 0) return { value: null, reason: 'no-units', ...drawn, undefinedReplicates: 0 };

  const place = randomPlaces(seed, sha256Hex);
  const figures: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const sample = units.map(() => units[place(units.length)]).filter((unit) => unit !== undefined);
    const figure = estimate(sample);
    if (figure !== null) figures.push(figure);
  }
  const undefinedReplicates = replicates - figures.length;
  const counted = { ...drawn, undefinedReplicates };
  if (undefinedReplicates > MOST_UNDEFINED * replicates) {
    return { value: null, reason: 'often-undefined', ...counted };
  }
  figures.sort((a, b) => a - b);
  if (figures.at(0) === figures.at(-1)) return { value: null, reason: 'degenerate-se', ...counted };
  const tail = (1 - confidence) / 2;
  return { value: [quantile(figures, tail), quantile(figures, 1 - tail)], ...counted };
}
