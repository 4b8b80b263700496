/**
 * A number in decimal digits, without a sign, because a float would not be the number that was written.
 * @pattern ^\d{1,12}(\.\d{1,6})?$
 */
export type Decimal = string;

/**
 * `current`: the figure of the measure, on its own basis. `month`: the month's own value of a measure that is counted over a
 * longer time. The two are never one line.
 */
export const FIGURE_SERIES = ['current', 'month'] as const;
/** Which line of figures it belongs to: that of the measure's own basis, or that of single months. */
export type FigureSeries = (typeof FIGURE_SERIES)[number];

export const VALUE_SOURCES = ['numerator-and-denominator', 'printed'] as const;
/** What the value of a figure follows from. */
export type ValueSource = (typeof VALUE_SOURCES)[number];

export const FIGURE_FLAGS = ['printed-differs'] as const;
/** What is odd about a figure: what its source prints is not what numerator and denominator come to, at its own precision. */
export type FigureFlag = (typeof FIGURE_FLAGS)[number];

/** The last is for tables that have one column for either. */
export const BENCHMARKS_OF = [
  'national',
  'statistical-neighbours',
  'region',
  'region-or-statistical-neighbours',
] as const;
/** Whose figure it is held beside. */
export type BenchmarkOf = (typeof BENCHMARKS_OF)[number];
