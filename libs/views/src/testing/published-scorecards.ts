import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addMonths, type MeasureBasis, type MeasureUnit, type ReportMeasure } from '#audit-cycle';
import { KeptMeasures } from './kept-measures.js';

const TABLES = join(import.meta.dirname, '../../../scorecard-file/fixtures');

type Row = Readonly<Record<string, string>>;

/** A table of tabs: the words of its first line name the columns. */
function table(name: string): readonly Row[] {
  const [heading, ...lines] = readFileSync(join(TABLES, name), 'utf8').trimEnd().split('\n');
  const names = heading!.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((column, at) => [column, (cells[at] ?? '').trim()]));
  });
}

const BASES: Readonly<Record<string, MeasureBasis>> = {
  Snapshot: 'snapshot',
  YTD: 'year-to-date',
  'Rolling Year': 'rolling-year',
  Termly: 'termly',
  'YTD (3 years)': 'year-to-date-three-years',
};
const UNITS: Readonly<Record<string, MeasureUnit>> = {
  percent: 'percent',
  number: 'number',
  rate_per_10000: 'rate-per-10000',
  days: 'days',
};
const POLARITIES = { yes: 'lower-is-better', no: 'higher-is-better', '': 'none' } as const;
const polarityOf = (text = ''): (typeof POLARITIES)[keyof typeof POLARITIES] =>
  POLARITIES[text as keyof typeof POLARITIES];

const whole = (text = ''): number | null => (text === '' ? null : Number(text));
const text = (cell = ''): string | null => (cell === '' ? null : cell);
/** The days of a figure that ends on a day: a snapshot is of that day, everything else of the year until then. */
const until = (to: string, basis: MeasureBasis): ReportMeasure['period'] => ({
  from: basis === 'snapshot' ? to : addDays(addMonths(to, -12), 1),
  to,
});
const report = (
  series: ReportMeasure['series'],
  period: ReportMeasure['period'],
  printed: string,
  more: Partial<ReportMeasure> = {},
): ReportMeasure => ({
  ...{ type: 'ReportMeasure', series, period, printed, numerator: null, denominator: null },
  ...{ benchmarks: [], previousYear: null, source: { file: null, row: null }, ...more },
});

const MONTHS: readonly (readonly [string, string])[] = [
  ['oct22', '2022-10-31'],
  ['nov22', '2022-11-30'],
  ['dec22', '2022-12-31'],
  ['jan23', '2023-01-31'],
  ['feb23', '2023-02-28'],
  ['mar23', '2023-03-31'],
];

/** The highlight report of March 2023: months of what is counted over a year are a series of their own. */
export function scorecardOfMarch2023(): KeptMeasures {
  const kept = new KeptMeasures();
  table('scorecard-2023-03.tsv').forEach((row, n) => {
    const basis = BASES[row['period']!]!;
    const unit: MeasureUnit = row['current']!.includes('%') ? 'percent' : 'number';
    const definition = {
      ...{ title: row['measure']!, section: row['section']!, unit, basis, eligibility: null },
      ...{ decimals: unit === 'percent' ? 1 : 0, polarity: polarityOf(row['lower_is_better']) },
    } as const;
    kept.done(n, { type: 'DefineMeasure', ref: row['ref']!, code: `kpi-${n}`, definition });
    const [minimum, upper] = [text(row['min_target']), text(row['upper_target'])];
    if (minimum !== null) kept.done(n, { type: 'SetTargets', from: '2022-04-01', minimum, upper });
    for (const [name, to] of MONTHS) {
      const printed = row[name]!;
      const ofMonth = { from: `${to.slice(0, 7)}-01`, to };
      if (basis === 'year-to-date') kept.done(n, report('month', ofMonth, printed));
      else if (to !== '2023-03-31') kept.done(n, report('current', until(to, basis), printed));
    }
    const fraction = { numerator: whole(row['numerator']), denominator: whole(row['denominator']) };
    const more = { ...fraction, previousYear: text(row['previous_year']) };
    kept.done(n, report('current', until('2023-03-31', basis), row['current']!, more));
  });
  return kept;
}

const YEARS = ['y2020_21', 'y2021_22', 'y2022_23', 'y2023_24'];

/** The table of four years until March 2024, with what it says of each direction of travel itself. */
export function yearsUntilMarch2024(): { readonly kept: KeptMeasures; readonly says: readonly string[] } {
  const kept = new KeptMeasures();
  const rows = table('years-2024-03.tsv');
  rows.forEach((row, n) => {
    const basis = BASES[row['period']!]!;
    const definition = {
      ...{ title: row['measure']!, section: row['section']!, unit: UNITS[row['unit']!]!, basis, decimals: 1 },
      ...{ polarity: polarityOf(row['lower_is_better_proposed']), eligibility: null },
    } as const;
    kept.done(n, { type: 'DefineMeasure', ref: null, code: `row-${n}`, definition });
    YEARS.forEach((year, at) => {
      const isLast = at === YEARS.length - 1;
      const others = [
        ['national', row['national']],
        ['region-or-statistical-neighbours', row['regional_or_stat_neighbours']],
      ] as const;
      const benchmarks = others.flatMap(([of, value = '']) =>
        isLast && value !== '' ? [{ of, value }] : [],
      );
      kept.done(n, report('current', until(`${2021 + at}-03-31`, basis), row[year]!, { benchmarks }));
    });
  });
  return { kept, says: rows.map((row) => row['direction_of_travel'] ?? '') };
}
