import type { MeasureEvent } from '../measure/events.js';
import { evolveMeasure, measureNotDefined, type MeasureState } from '../measure/state.js';

const MARCH = { from: '2026-03-31', to: '2026-03-31' };

const DEFINED: MeasureEvent = {
  type: 'MeasureDefined',
  facts: {
    ...{ ref: '3.3', code: 'seen', by: 'lead' },
    definition: {
      ...{ title: '% seen', section: 'Visits', unit: 'percent', decimals: 1 },
      ...{ basis: 'snapshot', polarity: 'higher-is-better', eligibility: null },
    },
  },
  narrative: null,
};

const HELD: MeasureEvent = {
  type: 'SurgeryHeld',
  facts: {
    ...{ surgery: 1, period: MARCH, on: '2026-04-10', by: 'lead', with: [], cases: ['c1', 'c2'] },
    reviewRequested: null,
  },
  narrative: { notes: 'Nobody wrote the visits up.' },
};

/** A measure whose figure of March one surgery looked into, for the tests of what stands on surgeries. */
export const MEASURE: MeasureState = [DEFINED, HELD].reduce(evolveMeasure, measureNotDefined);
