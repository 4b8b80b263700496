import type { MeasureDefinition } from '#audit-cycle';
import type { ViewEventNamed } from '../view.js';
import { PERSON } from './history.js';

/** Ready facts of the events of a measure; each test changes what it is about. */

export const measureFacts = (
  changes: Partial<MeasureDefinition> = {},
): ViewEventNamed<'MeasureDefined'>['facts'] => ({
  ...{ ref: '3.3', code: 'visited', by: PERSON },
  definition: {
    ...{ title: 'Visited', section: 'Visits', unit: 'percent', decimals: 1, basis: 'year-to-date' },
    ...{ polarity: 'higher-is-better', eligibility: null, ...changes },
  },
});

export const targetsFacts = (
  changes: Partial<ViewEventNamed<'TargetsSet'>['facts']> = {},
): ViewEventNamed<'TargetsSet'>['facts'] => ({
  ...{ version: 1, definition: 1, from: '2021-01-01', minimum: '85', upper: '90' },
  ...{ rule: 'minimum-and-upper-1', by: PERSON, ...changes },
});

export const figureFacts = (
  changes: Partial<ViewEventNamed<'MeasureReported'>['facts']> = {},
): ViewEventNamed<'MeasureReported'>['facts'] => ({
  ...{ definition: 1, series: 'current', period: { from: '2021-01-01', to: '2021-03-31' } },
  ...{ numerator: 80, denominator: 100, printed: null, valueFrom: 'numerator-and-denominator', flags: [] },
  ...{ benchmarks: [{ of: 'national', value: '81%' }], previousYear: '79.5%' },
  ...{ source: { file: null, row: null }, by: PERSON, correction: null, ...changes },
});

export const surgeryFacts = (
  changes: Partial<ViewEventNamed<'SurgeryHeld'>['facts']> = {},
): ViewEventNamed<'SurgeryHeld'>['facts'] => ({
  ...{ surgery: 1, period: { from: '2021-01-01', to: '2021-03-31' }, on: '2021-04-09', by: PERSON },
  ...{ with: [], cases: ['child-1'], reviewRequested: null, ...changes },
});
