import type { Figure } from './figure.js';
import { requireQuantity } from './require-argument.js';
import { twoSidedZ } from './two-sided-z.js';

/** How long something was followed, and whether that ended with the event or merely with the day of looking. */
export interface Observation {
  /** Days, or any other unit, from 0. */
  readonly time: number;
  readonly happened: boolean;
}

/** One time at which the event happened, and the share for whom it has not happened after it. */
export interface SurvivalStep {
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly share: number;
  /** Greenwood's; null once the share is 0, where it does not exist. */
  readonly standardError: number | null;
  /** Log-log interval; null once the share is 0. */
  readonly ci: readonly [lower: number, upper: number] | null;
}

export interface SurvivalCurve {
  readonly steps: readonly SurvivalStep[];
  readonly median: Figure<number, 'not-yet-reached'>;
  /** When the limits of the curve reach one half; null for a limit that does not. */
  readonly medianCi: readonly [lower: number | null, upper: number | null];
  /** True when the curve stands at exactly one half for a while: other programs then name another median. */
  readonly curveHitsHalfExactly: boolean;
}

/** Products of fractions that are exactly one half may miss it by the machine's rounding. */
const ROUNDING = 1e-9;

/**
 * How long things take, with those still open counted for as long as they have been open (Kaplan and Meier 1958).
 * Whoever was last seen at a time counts as at risk at that time. The median is the first time at which the share
 * is one half or less. Limits as R's survfit(conf.type = "log-log").
 *
 * @param confidence 0.5 to 0.9999
 * @returns no figure for no observations
 */
export function kaplanMeier(
  observations: readonly Observation[],
  confidence = 0.95,
): Figure<SurvivalCurve, 'n=0'> {
  observations.forEach(({ time }, index) => requireQuantity(`observations[${index}].time`, time));
  const z = twoSidedZ(confidence);
  if (observations.length === 0) return { value: null, reason: 'n=0' };

  const steps = survivalSteps(observations, z);
  const firstTime = (reached: (step: SurvivalStep) => boolean): number | null =>
    steps.find(reached)?.time ?? null;
  const median = firstTime((step) => step.share <= 0.5 + ROUNDING);
  return {
    value: {
      steps,
      median: median === null ? { value: null, reason: 'not-yet-reached' } : { value: median },
      medianCi: [
        firstTime(({ ci }) => ci !== null && ci[0] <= 0.5 + ROUNDING),
        firstTime(({ ci }) => ci !== null && ci[1] <= 0.5 + ROUNDING),
      ],
      curveHitsHalfExactly: steps.some((step) => Math.abs(step.share - 0.5) <= ROUNDING),
    },
  };
}

function survivalSteps(observations: readonly Observation[], z: number): readonly SurvivalStep[] {
  const eventsAt = new Map<number, { leaving: number; events: number }>();
  for (const { time, happened } of observations) {
    const at = eventsAt.get(time) ?? { leaving: 0, events: 0 };
    at.leaving += 1;
    at.events += happened ? 1 : 0;
    eventsAt.set(time, at);
  }

  const steps: SurvivalStep[] = [];
  let atRisk = observations.length;
  let share = 1;
  let greenwood = 0;
  for (const [time, { leaving, events }] of [...eventsAt].sort(([a], [b]) => a - b)) {
    if (events > 0) {
      share *= (atRisk - events) / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      steps.push({ time, atRisk, events, share, ...precision(share, greenwood, z) });
    }
    atRisk -= leaving;
  }
  return steps;
}

function precision(share: number, greenwood: number, z: number): Pick<SurvivalStep, 'standardError' | 'ci'> {
  if (share === 0) return { standardError: null, ci: null };
  const reach = Math.exp((z * Math.sqrt(greenwood)) / -Math.log(share));
  return { standardError: share * Math.sqrt(greenwood), ci: [share ** reach, share ** (1 / reach)] };
}
