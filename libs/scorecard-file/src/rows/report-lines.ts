import { lettersOf, type Column } from '../headings/column.js';
import type { ExclusionCode, ReportLine, WarningCode } from '../scorecard-report.js';

/** A row of the table, for a line about it. */
export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly ref: string | null;
}

/** Collects the lines of the report while the table is read. */
export class ScorecardReportLines {
  readonly excluded: ReportLine<ExclusionCode>[] = [];
  readonly warnings: ReportLine<WarningCode>[] = [];

  exclude(code: ExclusionCode, place: Place, column: Column | null = null, detail = ''): void {
    this.excluded.push(line(code, place, column, detail));
  }

  warn(code: WarningCode, place: Place, column: Column | null = null, detail = ''): void {
    this.warnings.push(line(code, place, column, detail));
  }
}

function line<Code extends ExclusionCode | WarningCode>(
  code: Code,
  { sheet, row, ref }: Place,
  column: Column | null,
  detail: string,
): ReportLine<Code> {
  return {
    ...{ sheet, row, ref, code },
    column: column === null ? null : lettersOf(column.index),
    heading: column?.written ?? null,
    message: SENTENCES[code](column === null ? 'the row' : `"${column.written}"`, detail),
  };
}

const SENTENCES: Readonly<Record<ExclusionCode | WarningCode, (column: string, detail: string) => string>> = {
  'section-heading': () => 'The row names a section: it holds for the rows below.',
  'heading-repeated': () => 'The row repeats the headings.',
  'row-repeated-exactly': (_, first) => `The row is the same as row ${first} in every cell.`,
  'ref-repeated': (_, others) =>
    `Another measure has this number, or where there is none this title: ${others}. Give each its own; none of them was taken.`,
  'measure-missing': () => 'The row has figures and does not say of which measure. Write down the measure.',
  'text-too-long': (column, most) => `${column} holds more than ${most} characters. Shorten it.`,
  'figure-missing': () =>
    'The row has no figure for the day, no month and no year. Fill in one, or leave the row out.',
  'basis-missing': () =>
    'The row does not say how its figure stands in time. Write Snapshot, YTD, Rolling Year, Termly or YTD (3 years).',
  'basis-unknown': (column) =>
    `${column} holds other words than Snapshot, YTD, Rolling Year, Termly and YTD (3 years). Write one of them.`,
  'unit-unknown': (column) =>
    `${column} holds other words than percent, number, rate per 10,000 and days. Write one of them.`,
  'polarity-unknown': (column) =>
    `${column} says neither that lower nor that higher is better. Write yes or no.`,
  'polarity-contradicts': () =>
    'Title, targets and column do not agree on whether lower or higher is better. Correct the one that is wrong.',
  'polarity-missing': () =>
    'The row has two equal targets and does not say whether lower or higher is better. Say which.',
  'percent-ambiguous': (column, figure) =>
    `${column} holds ${figure}: nobody can tell whether that is a percentage or a share of one. Write it with a per cent sign.`,
  'not-a-figure': (column) =>
    `${column} holds something that is no figure of the measure's unit. Write digits, with a per cent sign only for a percentage.`,
  'above-hundred': (column) => `${column} is a percentage above 100. Correct it.`,
  'not-a-whole-number': (column) => `${column} is not a whole number. Numerator and denominator are counts.`,
  'denominator-zero': (column) =>
    `${column} is 0, and a share of nobody is no figure. Leave numerator, denominator and figure empty until there are children in it.`,
  'numerator-above-denominator': (column, denominator) =>
    `${column} is larger than the denominator, ${denominator}, and the measure is a percentage. Correct the one that is wrong.`,
  'targets-contradict-polarity': () =>
    'The two targets are the wrong way round for which way is better. Swap them, or correct the way.',
  'formula-without-value': (column) =>
    `${column} holds a formula without its value. It was read as empty, since formulas are never evaluated: save the file in Excel.`,
  'formula-error': (column) =>
    `${column} holds a formula that came to an error. It was read as empty: mend the formula.`,
  'figure-unreadable': (column) =>
    `${column} holds something that is no figure of the measure's unit from 0, or from 0 to 100 for a percentage. It was left out.`,
  'fraction-incomplete': () =>
    'Of numerator and denominator only one is there: both were left out, and the printed figure was taken.',
  'fraction-read-as-percent': () =>
    'The figures are shares of one without a per cent sign. They were read as percentages: 0.895 as 89.5%.',
  'mixed-precision': (_, columns) =>
    `The figures have different numbers of decimals. Each was taken as it is printed; less precise: ${columns}.`,
  'printed-differs': (column) =>
    `${column} is not what numerator and denominator come to. The value follows from those two.`,
  'current-differs-from-month': (column) =>
    `${column} is of the same day as the current figure and has another value. The current figure was taken.`,
  'targets-incomplete': () => 'Of minimum and upper target only one is there, so the row sets no targets.',
};
