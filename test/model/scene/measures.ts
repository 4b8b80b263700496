import type { MeasureCommand } from '#audit-cycle';
import type { AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named } from './named.js';

const { lea } = PEOPLE;
const APRIL = { from: '2026-04-01', to: '2026-04-30' };
const REPORTED: MeasureCommand = {
  ...{ type: 'ReportMeasure', series: 'current', period: APRIL, numerator: 90, denominator: 100 },
  ...{ printed: null, previousYear: null, benchmarks: [], source: { file: null, row: null } },
};

/** A measure without figures, one with a figure, and one of which a review is asked for. */
export async function measures(work: AtWork): Promise<void> {
  for (const name of ['defined', 'reported', 'review']) {
    const id = named(`measure-${name}`);
    await work.done('measure', id, lea, {
      ...{ type: 'DefineMeasure', ref: null, code: name },
      definition: {
        ...{ title: 'Visited in time', section: 'Visits', unit: 'percent', decimals: 1 },
        ...{ basis: 'year-to-date', polarity: 'higher-is-better', eligibility: null },
      },
    });
    if (name !== 'defined') await work.done('measure', id, lea, REPORTED);
    if (name === 'review')
      await work.done('measure', id, lea, {
        type: 'SetTargets',
        from: '2026-04-01',
        minimum: '92',
        upper: '95',
      });
  }
}
