import {
  addMonths,
  decimalsOf,
  printedFigure,
  ragOf,
  rational,
  rounded,
  shortOf,
  targetsOn,
  valueOf,
  type BenchmarkOf,
  type Figure,
  type IsoDate,
  type MeasureDefinition,
  type MeasureReported,
  type Rag,
  type Targets,
} from '#audit-cycle';
import { comparisonOf, type Comparison, type Stated } from './comparison.js';
import { travelOf, type TravelShown } from './travel.js';

/** Decimals of what was computed and is shown beside what is printed. */
const DECIMALS = 2;

/** A figure, how it stands to its targets and beside others. */
export interface FigureShown
  extends Omit<MeasureReported['facts'], 'benchmarks' | 'previousYear'>, TravelShown {
  /** In the unit of the measure: two decimals, or more where it is printed with more; as printed where nothing else is known. */
  readonly value: string;
  /** Null where it is held against nothing; see `ragReason`. */
  readonly rag: Rag | null;
  readonly ragReason: 'no-targets' | null;
  /** What it was held against, and by which rule. */
  readonly targets: Pick<Targets, 'version' | 'rule' | 'from' | 'minimum' | 'upper'> | null;
  /** How far below each target it is, or above where lower is better; below zero where it is better than the target. */
  readonly gap: { readonly toMinimum: string; readonly toUpper: string } | null;
  /** Beside the year before, as the source prints it or else as the line has it; null where neither knows. */
  readonly sincePreviousYear: (Comparison & { readonly from: 'reported' | 'own-figure' }) | null;
  readonly benchmarks: readonly (Comparison & { readonly of: BenchmarkOf })[];
}

/** The value of a figure and the precision that its source states it with. @throws Error for one that has no value: none is accepted */
export function stated(figure: Figure, { unit, decimals }: MeasureDefinition): Stated {
  const known = valueOf(figure, unit);
  if (known === null) throw new Error(`A figure of ${figure.period.to} has no value`);
  const printed = figure.printed === null ? null : printedFigure(figure.printed, unit);
  return { value: known.value, decimals: printed === null ? decimals : decimalsOf(printed) };
}

/** The decimals that a figure is shown with. */
export const shownValue = (figure: Figure, definition: MeasureDefinition): string => {
  const { value, decimals } = stated(figure, definition);
  return rounded(value, figure.valueFrom === 'printed' ? decimals : Math.max(DECIMALS, definition.decimals));
};

/** How a figure stands to the targets on its last day. */
export function ragShown(
  figure: Figure,
  definition: MeasureDefinition,
  all: readonly Targets[],
): Pick<FigureShown, 'rag' | 'ragReason' | 'targets' | 'gap'> {
  const { polarity } = definition;
  const inForce = targetsOn(all, figure.definition, figure.period.to);
  if (inForce === null || polarity === 'none') {
    return { rag: null, ragReason: 'no-targets', targets: null, gap: null };
  }
  const { value } = stated(figure, definition);
  const { version, rule, from, minimum, upper } = inForce;
  const decimals = Math.max(DECIMALS, definition.decimals);
  const gapTo = (target: string): string => rounded(shortOf(value, target, polarity), decimals);
  return {
    rag: ragOf(value, inForce, polarity),
    ragReason: null,
    targets: { version, rule, from, minimum, upper },
    gap: { toMinimum: gapTo(minimum), toUpper: gapTo(upper) },
  };
}

/**
 * A figure of a line.
 *
 * @param before the figures of the line before it, oldest first
 * @param missing months that the line leaves out right before it
 */
export function figureShown(
  figure: Figure,
  before: readonly Figure[],
  missing: readonly string[],
  definition: MeasureDefinition,
  targets: readonly Targets[],
): FigureShown {
  const { unit, polarity } = definition;
  const { benchmarks, previousYear, ...reported } = figure;
  const own = stated(figure, definition);
  const beside = (other: Stated): Comparison => comparisonOf(own, other, polarity);
  const printed = (text: string): Stated => {
    const digits = printedFigure(text, unit) as string;
    return { value: rational(digits), decimals: decimalsOf(digits) };
  };
  const yearBefore = before.find(({ period }) => isYearBefore(period.to, figure.period.to));
  return {
    ...reported,
    value: shownValue(figure, definition),
    ...ragShown(figure, definition, targets),
    ...travelOf(figure, before.at(-1), missing, definition, (one) => stated(one, definition)),
    sincePreviousYear:
      previousYear !== null
        ? { ...beside(printed(previousYear)), from: 'reported' }
        : yearBefore !== undefined
          ? { ...beside(stated(yearBefore, definition)), from: 'own-figure' }
          : null,
    benchmarks: benchmarks.map(({ of, value }) => ({ of, ...beside(printed(value)) })),
  };
}

/** Also from the end of one February to the end of another, of which one has a day more. */
const isYearBefore = (one: IsoDate, other: IsoDate): boolean =>
  one === addMonths(other, -12) || addMonths(one, 12) === other;
