import type { MeasureBasis, MeasureUnit, Polarity, ReportMeasure } from '#audit-cycle';
import { MIDDLING } from '../population/population-size.js';

/** A measure of a made-up scorecard, and how it goes. All its numbers are made up. */
export interface MadeUpMeasure {
  readonly ref: string;
  readonly code: string;
  readonly title: string;
  readonly section: string;
  readonly unit: MeasureUnit;
  readonly basis: MeasureBasis;
  readonly polarity: Polarity;
  readonly targets: { readonly minimum: string; readonly upper: string } | null;
  /** Who is counted: on the last day of a snapshot, otherwise in a month. */
  readonly of: number;
  /** In percent; of a number, of those who are counted. From the first month it comes to the last one within a year, and stays there. */
  readonly level: { readonly first: number; readonly last: number };
  /** How far it strays from that between months, as a standard deviation in percent. */
  readonly strays: number;
  /** What the table prints for the year before the first one. */
  readonly yearBefore: string;
  readonly benchmarks: ReportMeasure['benchmarks'];
  /** Its months are reported by themselves as well. */
  readonly byMonth: boolean;
}

type Brief = Pick<MadeUpMeasure, 'ref' | 'code' | 'title' | 'of' | 'level' | 'yearBefore'> &
  Partial<MadeUpMeasure>;

/** A percentage of children on a day, of which more is better, unless it says otherwise. */
const under = (section: string, ...measures: readonly Brief[]): readonly MadeUpMeasure[] =>
  measures.map((one) => ({
    ...({ section, unit: 'percent', basis: 'snapshot', polarity: 'higher-is-better' } as const),
    ...{ targets: null, strays: 0.6, benchmarks: [], byMonth: false, ...one },
  }));

const counted = { unit: 'number', polarity: 'none', strays: 2 } as const;
const beside = (national: string, neighbours: string): MadeUpMeasure['benchmarks'] => [
  { of: 'national', value: national },
  { of: 'statistical-neighbours', value: neighbours },
];
const { childInNeed, childProtection, inCare, careExperienced } = MIDDLING;

/** A scorecard as authorities keep one: three counts that tell how much there is to do, and fourteen measures with targets. */
export const MADE_UP_MEASURES: readonly MadeUpMeasure[] = [
  ...under('Management oversight', {
    ...{
      ref: '1.1',
      code: 'oversight-recorded',
      title: 'Cases with oversight by a manager in the last 8 weeks',
    },
    ...{ of: 2503, level: { first: 93.8, last: 91.6 }, yearBefore: '94.1%' },
    targets: { minimum: '90', upper: '95' },
  }),
  ...under(
    'Children we work with',
    {
      ...{ ref: '1.2', code: 'children-in-need', title: 'Children in need, without those of 1.3 and 1.4' },
      ...{ ...counted, of: childInNeed, level: { first: 100, last: 104 }, yearBefore: '1189' },
    },
    {
      ...{ ref: '1.3', code: 'protection-plans', title: 'Children with a child protection plan' },
      ...{ ...counted, of: childProtection, level: { first: 100, last: 92 }, yearBefore: '371' },
    },
    {
      ...{ ref: '1.4', code: 'in-our-care', title: 'Children in our care' },
      ...{ ...counted, of: inCare, level: { first: 100, last: 97 }, yearBefore: '502' },
    },
  ),
  ...under(
    'Front door and assessment',
    {
      ...{ ref: '2.1', code: 'contacts-decided', title: 'Contacts decided within a working day' },
      ...{ basis: 'year-to-date', of: 1310, level: { first: 97.6, last: 98.2 }, yearBefore: '96.9%' },
      ...{ byMonth: true, targets: { minimum: '90', upper: '95' } },
    },
    {
      ...{ ref: '2.10a', code: 'assessments-in-time', title: 'Assessments finished within 45 working days' },
      ...{ basis: 'year-to-date', of: 325, level: { first: 91.4, last: 88.2 }, yearBefore: '90.7%' },
      ...{ byMonth: true, targets: { minimum: '90', upper: '95' }, benchmarks: beside('84.1%', '86.0%') },
    },
  ),
  ...under('Plans', {
    ...{ ref: '3.1', code: 'plans-of-need', title: 'Children in need who have a plan' },
    ...{ of: childInNeed, level: { first: 88.4, last: 91.5 }, yearBefore: '87.9%' },
    targets: { minimum: '85', upper: '90' },
  }),
  ...under(
    'Visits',
    {
      ...{ ref: '3.3', code: 'visits-of-need', title: 'Children in need visited in the last 4 weeks' },
      ...{ of: childInNeed, level: { first: 88.1, last: 83.6 }, yearBefore: '86.2%' },
      targets: { minimum: '85', upper: '90' },
    },
    {
      ...{
        ref: '4.7.2',
        code: 'visits-on-plan',
        title: 'Children with a protection plan visited in 10 working days',
      },
      ...{ of: childProtection, level: { first: 94.2, last: 96.3 }, yearBefore: '93.0%', strays: 0.9 },
      targets: { minimum: '92', upper: '95' },
    },
    {
      ...{
        ref: '5.10',
        code: 'assessments-old',
        title: 'Children in our care whose assessment is over a year old',
      },
      ...{ of: inCare, level: { first: 24.5, last: 14 }, yearBefore: '19.8%', polarity: 'lower-is-better' },
      ...{ strays: 0.9, targets: { minimum: '10', upper: '5' } },
    },
    {
      ...{ ref: '5.11', code: 'visits-in-care', title: 'Children in our care visited in the last 6 weeks' },
      ...{ of: inCare, level: { first: 90.9, last: 92.8 }, yearBefore: '91.3%' },
      targets: { minimum: '90', upper: '95' },
    },
  ),
  ...under(
    'Reviews',
    {
      ...{
        ref: '3.2',
        code: 'reviews-of-need',
        title: 'Children in need whose plan was reviewed in the last 3 months',
      },
      ...{ of: 1095, level: { first: 89.6, last: 87.3 }, yearBefore: '90.4%' },
      targets: { minimum: '85', upper: '90' },
    },
    {
      ...{ ref: '4.8', code: 'conferences-in-time', title: 'Child protection reviews held in time' },
      ...{ of: 148, level: { first: 97.4, last: 99.2 }, yearBefore: '97.0%', strays: 0.4 },
      ...{ targets: { minimum: '96.5', upper: '98.5' }, benchmarks: beside('89.6%', '91.2%') },
    },
    {
      ...{ ref: '5.18', code: 'care-reviews-in-time', title: 'Reviews of children in our care held in time' },
      ...{ basis: 'rolling-year', of: 118, level: { first: 98.4, last: 99.6 }, yearBefore: '98.1%' },
      ...{ strays: 0.3, targets: { minimum: '95', upper: '98.5' } },
    },
  ),
  ...under(
    'Care experienced',
    {
      ...{ ref: '6.1', code: 'in-touch', title: 'Young people whom we are in touch with' },
      ...{ of: careExperienced, level: { first: 96.4, last: 97.7 }, yearBefore: '95.2%' },
      ...{ targets: { minimum: '90', upper: '95' }, benchmarks: beside('92.0%', '93.5%') },
    },
    {
      ...{
        ref: '6.2',
        code: 'at-work-or-learning',
        title: 'Young people in education, employment or training',
      },
      ...{ of: careExperienced, level: { first: 64.2, last: 71.4 }, yearBefore: '62.5%', strays: 0.9 },
      ...{ targets: { minimum: '65', upper: '75' }, benchmarks: beside('56.0%', '58.4%') },
    },
    {
      ...{ ref: '6.3', code: 'suitable-homes', title: 'Young people in suitable accommodation' },
      ...{ of: careExperienced, level: { first: 93.1, last: 94.6 }, yearBefore: '92.7%' },
      ...{ targets: { minimum: '85', upper: '90' }, benchmarks: beside('88.3%', '90.1%') },
    },
  ),
];
