/** What a column of the table can be, apart from months and financial years, and how tables write it. */
const WRITTEN = {
  section: ['section', 'area', 'service area'],
  ref: ['ref', 'reference', 'no', 'measure ref', 'measure no', 'kpi ref', 'kpi no'],
  measure: ['measure', 'measure title', 'measure name', 'indicator', 'kpi', 'performance indicator', 'title'],
  unit: ['unit', 'units', 'unit of measure'],
  basis: ['period', 'basis', 'reporting period'],
  'lower is better': ['lower is better', 'lower is better proposed'],
  polarity: ['polarity', 'good is'],
  numerator: ['numerator', 'num'],
  denominator: ['denominator', 'denom', 'den'],
  current: ['current', 'current figure', 'current value', 'current performance', 'latest'],
  'previous year': ['previous year', 'last year', 'previous year outturn'],
  'minimum target': ['min target', 'minimum target', 'target min', 'target minimum', 'minimum', 'min'],
  'upper target': ['upper target', 'target upper', 'upper'],
  national: ['national', 'england', 'national average'],
  'statistical neighbours': ['statistical neighbours', 'stat neighbours', 'sn'],
  region: ['region', 'regional', 'regional average'],
  'region or statistical neighbours': [
    'regional or stat neighbours',
    'region or stat neighbours',
    'regional or statistical neighbours',
    'region or statistical neighbours',
  ],
  /** What follows from figures is worked out from them again. */
  'worked out': ['direction of travel', 'dot', 'trend', 'rag', 'rag rating', 'change'],
  ignored: ['ignored'],
} as const;

export type Heading = keyof typeof WRITTEN;

/** What a person can say that a heading means; besides, a month as YYYY-MM and a financial year as YYYY-YY. */
export const HEADINGS = Object.keys(WRITTEN) as readonly Heading[];

const byKey = new Map<string, Heading>(
  HEADINGS.flatMap((heading) => [heading, ...WRITTEN[heading]].map((written) => [written, heading] as const)),
);

/** Letters and figures alone, in lower case, one space between words: a heading that is split over lines is the same heading. */
export const headingKey = (written: string): string =>
  written
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** The heading that is written so; null for any other, which is never guessed. */
export const knownHeading = (written: string): Heading | null => {
  const key = headingKey(written);
  return byKey.get(key) ?? (/^change (in|from|since|on|between|\d)/.test(key) ? 'worked out' : null);
};
