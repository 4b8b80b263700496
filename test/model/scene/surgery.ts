import type { AtWork } from '../at-work.js';
import { PEOPLE } from '../people.js';
import { named } from './named.js';

const { lea, lou, tim } = PEOPLE;
const MEASURE = named('measure');

/** A measure whose figure a surgery looked into, and two actions from it: one is open, the other reported done. */
export async function surgery(work: AtWork): Promise<void> {
  const period = { from: work.today, to: work.today };
  await work.done('measure', MEASURE, lea, {
    ...{ type: 'DefineMeasure', ref: '3.3', code: 'seen' },
    definition: {
      ...{ title: '% seen', section: 'Visits', unit: 'percent', decimals: 1 },
      ...{ basis: 'snapshot', polarity: 'higher-is-better', eligibility: null },
    },
  });
  await work.done('measure', MEASURE, lea, {
    ...{ type: 'ReportMeasure', series: 'current', period, numerator: 84, denominator: 100, printed: null },
    ...{ benchmarks: [], previousYear: null, source: { file: null, row: null } },
  });
  await work.done('measure', MEASURE, lou, {
    ...{ type: 'HoldSurgery', period, on: work.today, with: [lea], cases: ['C-1', 'C-2'] },
    notes: 'Nobody wrote the visits up.',
  });
  for (const action of ['open', 'reported']) {
    const id = named(`surgery-action-${action}`);
    await work.done('improvement-action', id, lou, {
      ...{ type: 'SetActionFromSurgery', measure: MEASURE, surgery: 1, owner: tim, team: 'North' },
      ...{ priority: 'medium', kind: 'compliance', text: 'Write visits up.' },
    });
    if (action === 'reported')
      await work.done('improvement-action', id, tim, {
        ...{ type: 'ReportDone', doneOn: work.today, evidence: 'See the sheet.' },
      });
  }
}
