import type { MeasureBasis, MeasureUnit, Polarity } from '#audit-cycle';
import { headingKey } from '../headings/known-headings.js';

const BASES: Readonly<Record<string, MeasureBasis>> = {
  snapshot: 'snapshot',
  ytd: 'year-to-date',
  'year to date': 'year-to-date',
  'rolling year': 'rolling-year',
  'rolling 12 months': 'rolling-year',
  'rolling twelve months': 'rolling-year',
  termly: 'termly',
  term: 'termly',
  'ytd 3 years': 'year-to-date-three-years',
  'year to date 3 years': 'year-to-date-three-years',
  'ytd three years': 'year-to-date-three-years',
};

const UNITS: Readonly<Record<string, MeasureUnit>> = {
  percent: 'percent',
  percentage: 'percent',
  number: 'number',
  count: 'number',
  'rate per 10000': 'rate-per-10000',
  'rate per 10 000': 'rate-per-10000',
  days: 'days',
};

const LOWER = ['lower is better', 'lower', 'low'];
const HIGHER = ['higher is better', 'higher', 'high'];
const YES = ['yes', 'y', 'true'];
const NO = ['no', 'n', 'false'];

/** How a figure stands in time, as tables write it; null for any other words. */
export const basisOf = (written: string): MeasureBasis | null => BASES[headingKey(written)] ?? null;

/** What a figure counts in, as tables write it; null for any other words. */
export const unitOf = (written: string): MeasureUnit | null =>
  written.trim() === '%' ? 'percent' : (UNITS[headingKey(written)] ?? null);

type Way = Exclude<Polarity, 'none'>;

/** Which way is better, of a column that asks whether lower is, or that names the better way; null for any other words. */
export function wayOf(written: string, asks: 'lower is better' | 'polarity'): Way | null {
  const key = headingKey(written);
  if (LOWER.includes(key)) return 'lower-is-better';
  if (HIGHER.includes(key)) return 'higher-is-better';
  if (asks === 'polarity') return null;
  if (YES.includes(key)) return 'lower-is-better';
  return NO.includes(key) ? 'higher-is-better' : null;
}

/** What the title of a measure says itself about its unit. */
export function unitInTitle(title: string): MeasureUnit | null {
  if (/^\s*%|^(the )?percentage\b/i.test(title)) return 'percent';
  return /\brate per 10,?000\b/i.test(title) ? 'rate-per-10000' : null;
}

/** What the title of a measure says itself about the better way. */
export function wayInTitle(title: string): Way | null {
  if (/\blower is better\b/i.test(title)) return 'lower-is-better';
  return /\bhigher is better\b/i.test(title) ? 'higher-is-better' : null;
}
