import type { PersonId } from '../vocabulary/identifiers.js';
import type { MeasureDefinition } from './definition.js';
import type { MeasureEvent, ThresholdBreached } from './events.js';
import type { FigureSeries } from './figure.js';
import { rounded } from './rational.js';
import type { Figure, Measure } from './state.js';
import { ragOf, shortOf, targetsOn } from './targets.js';
import { valueOf } from './value.js';

const DECIMALS = 4;

/** The figure of a series with the latest last day; null before there is one. */
export const latestOf = (
  { figures }: Pick<Measure, 'figures'>,
  definition: number,
  series: FigureSeries,
): Figure | null =>
  [...figures.values()]
    .filter((one) => one.definition === definition && one.series === series)
    .reduce<Figure | null>(
      (latest, one) => (latest === null || one.period.to > latest.period.to ? one : latest),
      null,
    );

/** That a figure is red, where it is: by the targets on its last day. */
export const breachOf = (
  { definition, series, period, ...figure }: Figure,
  { definitions, targets }: Measure,
): readonly ThresholdBreached[] => {
  const { unit, polarity } = definitions[definition - 1] as MeasureDefinition;
  const inForce = targetsOn(targets, definition, period.to);
  const known = valueOf(figure, unit);
  if (inForce === null || known === null || polarity === 'none') return [];
  const { value } = known;
  if (ragOf(value, inForce, polarity) !== 'red') return [];
  const { version, minimum } = inForce;
  return [
    {
      type: 'ThresholdBreached',
      facts: {
        ...{ definition, series, period, targets: version, minimum },
        value: rounded(value, DECIMALS),
        gap: rounded(shortOf(value, minimum, polarity), DECIMALS),
      },
      narrative: null,
    },
  ];
};

/** Breaches, and one review that looks into the first of them; none more while one is asked for. */
export const withReview = (
  breaches: readonly ThresholdBreached[],
  { reviewRequested }: Measure,
  by: PersonId,
): readonly MeasureEvent[] => {
  const [first] = breaches;
  if (first === undefined || reviewRequested !== null) return breaches;
  const { period } = first.facts;
  return [
    ...breaches,
    { type: 'ReviewRequested', facts: { period, why: 'threshold-breached', by }, narrative: null },
  ];
};
