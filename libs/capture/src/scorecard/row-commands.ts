import {
  printedFigure,
  targetsOn,
  type DefineMeasure,
  type IsoDate,
  type Measure,
  type ReportMeasure,
  type SetTargets,
} from '#audit-cycle';
import type { ScorecardRow } from '#scorecard-file';
import { daysOf, daysOfMonth, firstOfYear } from './days-of-figures.js';
import { measureCode } from './measure-code.js';

/** Where the rows were read: the day that they speak of, and the digest of the file. */
export interface Source {
  readonly on: IsoDate;
  readonly file: string;
}

export const nameOf = ({
  ref,
  title,
}: ScorecardRow): { readonly ref: string | null; readonly code: string } => ({
  ref,
  code: measureCode(title),
});

export function defining(row: ScorecardRow): DefineMeasure {
  const { title, section, unit, decimals, basis, polarity } = row;
  const definition = { title, section, unit, decimals, basis, polarity, eligibility: null };
  return { type: 'DefineMeasure', ...nameOf(row), definition };
}

/** What of a row contradicts the measure as it is defined; its title, section and decimals do not. */
export function contradictions(
  row: ScorecardRow,
  { definitions }: Measure,
): readonly ('unit' | 'basis' | 'polarity')[] {
  const defined = definitions.at(-1);
  return (['unit', 'basis', 'polarity'] as const).filter(
    (one) => defined?.[one] !== row[one] && !(one === 'polarity' && row.polarity === 'none'),
  );
}

/**
 * Targets that the row has and the measure has not on that day. The first hold from the beginning of the financial year, later ones from
 * the day that the table speaks of, so that what earlier figures were held against stays.
 */
export function settingTargets(row: ScorecardRow, measure: Measure, { on }: Source): SetTargets | null {
  if (row.targets === null) return null;
  const inForce = targetsOn(measure.targets, measure.definitions.length, on);
  const [minimum, upper] = [row.targets.minimum, row.targets.upper].map((text) =>
    printedFigure(text, row.unit),
  );
  if (inForce !== null && inForce.minimum === minimum && inForce.upper === upper) return null;
  return { type: 'SetTargets', from: measure.targets.length === 0 ? firstOfYear(on) : on, ...row.targets };
}

/**
 * The figures of a row: that of the day first, then months and years from the newest to the oldest, so that only a figure that is the
 * latest of its series can ask for a review. The month of a snapshot is the snapshot at its end.
 */
export function reporting(row: ScorecardRow, { on, file }: Source): readonly ReportMeasure[] {
  const { basis, fraction, benchmarks, previousYear, years } = row;
  const source = { file, row: row.row };
  const printed = { numerator: null, denominator: null, benchmarks: [], previousYear: null, source };
  const ofDay = fraction !== null || row.current !== null;
  const current: ReportMeasure = {
    type: 'ReportMeasure',
    ...{ series: 'current', period: daysOf(basis, on), printed: row.current },
    ...(fraction ?? { numerator: null, denominator: null }),
    ...{ benchmarks, previousYear, source },
  };
  const months = row.months
    .filter(({ month }) => !(ofDay && basis === 'snapshot' && month === on.slice(0, 7)))
    .map((one): ReportMeasure => {
      const days = daysOfMonth(one.month, on);
      const place =
        basis === 'snapshot'
          ? ({ series: 'current', period: daysOf(basis, days.to) } as const)
          : ({ series: 'month', period: days } as const);
      return { type: 'ReportMeasure', ...printed, ...place, printed: one.printed };
    });
  const past = years.map((one, index): ReportMeasure => {
    const place = { series: 'current', period: daysOf(basis, one.to), printed: one.printed } as const;
    return { type: 'ReportMeasure', ...printed, ...place, previousYear: years[index - 1]?.printed ?? null };
  });
  return [...(ofDay ? [current] : []), ...months.reverse(), ...past.reverse()];
}
