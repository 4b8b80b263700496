import { describe, it } from '@jest/globals';
import { given } from '../testing.js';
import type { Acting } from '../vocabulary/acting.js';
import type { Role } from '../vocabulary/role.js';
import type { HoldSurgery } from './commands.js';
import { measure } from './decider.js';
import type { MeasureEvent, SurgeryHeld } from './events.js';

const by = (...roles: Role[]): Acting => ({
  now: '2023-04-20T09:00:00.000Z',
  actor: { person: 'ann', roles },
});
const lead = by('qa-lead');
const MARCH = { from: '2023-03-31', to: '2023-03-31' };
const FEBRUARY = { from: '2023-02-28', to: '2023-02-28' };

const DEFINED: MeasureEvent = {
  type: 'MeasureDefined',
  facts: {
    ...{ ref: '3.3', code: 'seen', by: 'ann' },
    definition: {
      ...{ title: '% seen', section: 'Visits', unit: 'percent', decimals: 1 },
      ...{ basis: 'snapshot', polarity: 'higher-is-better', eligibility: null },
    },
  },
  narrative: null,
};
const reported = (period: typeof MARCH): MeasureEvent => ({
  type: 'MeasureReported',
  facts: {
    ...{ definition: 1, series: 'current', period, numerator: 84, denominator: 100, printed: null },
    ...{ valueFrom: 'numerator-and-denominator', flags: [], benchmarks: [], previousYear: null },
    ...{ source: { file: null, row: null }, by: 'ann', correction: null },
  },
  narrative: null,
});
const asked = (period: typeof MARCH): MeasureEvent => ({
  type: 'ReviewRequested',
  facts: { period, why: 'threshold-breached', by: 'ann' },
  narrative: null,
});

const HOLD: HoldSurgery = {
  ...{ type: 'HoldSurgery', period: MARCH, on: '2023-04-18', with: ['lena'], cases: ['c1', ' c2 '] },
  notes: 'Nobody wrote the visits up.',
};
const held = (changed: Partial<SurgeryHeld['facts']> = {}): SurgeryHeld => ({
  type: 'SurgeryHeld',
  facts: {
    ...{ surgery: 1, period: MARCH, on: '2023-04-18', by: 'ann', with: ['lena'], cases: ['c1', 'c2'] },
    ...{ reviewRequested: null, ...changed },
  },
  narrative: { notes: 'Nobody wrote the visits up.' },
});
const MEASURED = [DEFINED, reported(FEBRUARY), reported(MARCH)];

describe('a surgery', () => {
  it('is recorded with ids of children alone, and its words apart', () => {
    given(measure, MEASURED).when(HOLD, lead).then(held());
  });

  it('answers the review that was asked for, so that the next one can be asked for', () => {
    const answered = held({ reviewRequested: { period: MARCH, why: 'threshold-breached' } });
    given(measure, [...MEASURED, asked(MARCH)])
      .when(HOLD, lead)
      .then(answered);
    const ask = { type: 'RequestReview', period: MARCH, why: 'again' } as const;
    given(measure, [...MEASURED, asked(MARCH), answered])
      .when(ask, lead)
      .then({ type: 'ReviewRequested', facts: { period: MARCH, why: 'again', by: 'ann' }, narrative: null });
    given(measure, [...MEASURED, asked(MARCH), answered])
      .when(HOLD, lead)
      .then(held({ surgery: 2 }));
  });

  it('on an earlier figure leaves the review of a later one asked for', () => {
    given(measure, [...MEASURED, asked(MARCH)])
      .when({ ...HOLD, period: FEBRUARY }, lead)
      .then(held({ period: FEBRUARY }));
    given(measure, [...MEASURED, asked(MARCH), held({ period: FEBRUARY })])
      .when({ type: 'RequestReview', period: MARCH, why: 'again' }, lead)
      .thenRefused('review-already-requested');
  });

  it.each<[string, Partial<HoldSurgery>, string]>([
    ['a figure that was not reported', { period: { ...MARCH, from: '2023-03-01' } }, 'unknown-figure'],
    ['a day that is none', { on: '18.4.2023' }, 'not-a-date'],
    ['a day to come', { on: '2023-04-21' }, 'in-the-future'],
    ['a day before the figure', { on: '2023-03-30' }, 'too-early'],
    ['no cases', { cases: [] }, 'case-missing'],
    ['a case without an id', { cases: [' '] }, 'case-missing'],
    ['a child twice', { cases: ['c1', 'c1 '] }, 'case-twice'],
    ['too many cases', { cases: Array.from({ length: 501 }, (_, n) => `c${n}`) }, 'too-many-cases'],
    ['oneself among the others', { with: ['ann'] }, 'person-twice'],
    ['somebody twice', { with: ['lena', 'lena'] }, 'person-twice'],
    ['no words', { notes: ' ' }, 'text-missing'],
  ])('is refused with %s', (_, changed, code) => {
    given(measure, MEASURED)
      .when({ ...HOLD, ...changed }, lead)
      .thenRefused(code);
  });

  it('is held by a QA lead or a service leader, on a measure that is there', () => {
    given(measure, MEASURED)
      .when(HOLD, by('analyst', 'administrator', 'auditor'))
      .thenRefused('not-permitted');
    given(measure, MEASURED).when(HOLD, by('service-leader')).then(held());
    given(measure, []).when(HOLD, lead).thenRefused('not-found');
  });
});
