/** What a figure counts in; `rate-per-10000` is of a population of children. */
export const MEASURE_UNITS = ['percent', 'number', 'rate-per-10000', 'days'] as const;
/** What a figure counts in. */
export type MeasureUnit = (typeof MEASURE_UNITS)[number];

/** How a figure stands in time: at a day, since the financial year began, over the last twelve months, over a school term. */
export const MEASURE_BASES = [
  'snapshot',
  'year-to-date',
  'rolling-year',
  'termly',
  'year-to-date-three-years',
] as const;
/** How a figure stands in time. */
export type MeasureBasis = (typeof MEASURE_BASES)[number];

/** Which way is better; `none` for a figure that is neither good nor bad, which gets no targets. */
export const POLARITIES = ['higher-is-better', 'lower-is-better', 'none'] as const;
/** Which way is better. */
export type Polarity = (typeof POLARITIES)[number];

/** What a measure measures. Figures of different definitions are never one line. */
export interface MeasureDefinition {
  /** What people call it. */
  readonly title: string;
  /** The heading that it stands under. */
  readonly section: string;
  readonly unit: MeasureUnit;
  /** How many decimals its figures are printed with, 0 to 4. */
  readonly decimals: number;
  readonly basis: MeasureBasis;
  readonly polarity: Polarity;
  /** The rule by which children belong to the denominator, as a code; null where none is written down. */
  readonly eligibility: string | null;
}
