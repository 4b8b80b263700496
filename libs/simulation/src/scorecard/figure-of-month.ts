import { addDays, addMonths, type FigureSeries, type IsoDate, type Period } from '#audit-cycle';
import type { Chance } from '../chance.js';
import type { MadeUpMeasure } from './made-up-measures.js';

/** What is reported of a month. */
export interface FigureOfMonth {
  readonly series: FigureSeries;
  readonly period: Period;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly printed: string | null;
}

interface Counts {
  readonly numerator: number;
  readonly denominator: number;
}

/** Months until it has come from its first level to its last. */
const UNTIL_LAST = 12;
/** Who is counted varies as much, as a part of itself. */
const COUNT_STRAYS = 0.015;

export const lastDayOf = (month: IsoDate): IsoDate => addDays(addMonths(month, 1), -1);

/** The figures that are reported of the month that begins on that day: on the measure's own basis, and by month where it says so. */
export function figuresOfMonth(
  measure: MadeUpMeasure,
  month: IsoDate,
  firstMonth: IsoDate,
  chance: Chance,
): readonly FigureOfMonth[] {
  const to = lastDayOf(month);
  const levelOf = (one: IsoDate): number => level(measure, one, firstMonth, chance);
  if (measure.unit === 'number') {
    const printed = String(Math.round((measure.of * levelOf(month)) / 100));
    return [{ series: 'current', period: { from: to, to }, numerator: null, denominator: null, printed }];
  }
  const countsOf = (one: IsoDate): Counts => shareOf(counted(measure, one, chance), levelOf(one));
  const months = monthsOf(measure, month);
  const all = months.map(countsOf);
  const sum = (of: keyof Counts): number => all.reduce((so, one) => so + one[of], 0);
  const current: FigureOfMonth = {
    series: 'current',
    period: { from: measure.basis === 'snapshot' ? to : months[0]!, to },
    ...{ numerator: sum('numerator'), denominator: sum('denominator'), printed: null },
  };
  return measure.byMonth
    ? [current, { series: 'month', period: { from: month, to }, ...countsOf(month), printed: null }]
    : [current];
}

/** The months that the figure of one adds up. */
function monthsOf({ basis }: MadeUpMeasure, month: IsoDate): readonly IsoDate[] {
  const before = basis === 'snapshot' ? 0 : basis === 'rolling-year' ? 11 : sinceApril(month);
  return Array.from({ length: before + 1 }, (_, n) => addMonths(month, n - before));
}

const sinceApril = (month: IsoDate): number => (Number(month.slice(5, 7)) + 8) % 12;

function level(
  { level: { first, last }, strays }: MadeUpMeasure,
  month: IsoDate,
  firstMonth: IsoDate,
  chance: Chance,
): number {
  const passed = Math.min(1, Math.max(0, monthsBetween(firstMonth, month) / UNTIL_LAST));
  return first + (last - first) * passed + strays * chance.normal(`level/${month}`);
}

const counted = ({ of }: MadeUpMeasure, month: IsoDate, chance: Chance): number =>
  Math.max(1, Math.round(of * (1 + COUNT_STRAYS * chance.normal(`count/${month}`))));

const shareOf = (denominator: number, percent: number): Counts => ({
  numerator: Math.min(denominator, Math.round((denominator * percent) / 100)),
  denominator,
});

const monthsBetween = (from: IsoDate, to: IsoDate): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
  Number(to.slice(5, 7)) -
  Number(from.slice(5, 7));
