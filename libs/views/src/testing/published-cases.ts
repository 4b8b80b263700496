import fc from 'fast-check';
import {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  DEFAULT_POLICY,
  GRADES,
  WITHDRAWAL_REASONS,
  type Grade,
  type Policy,
} from '#audit-cycle';
import type { PublishedCases } from '../published-figures/figure.js';
import type { PublishedAction } from '../published-figures/tables-of-actions.js';
import { gradedCycles, type GradedAudit } from '../grading-distribution/rows.js';
import { gradedAudit } from './graded-audit.js';
import { foldAll } from './fold-all.js';
import { History, idOf, PERSON, SECRET } from './history.js';
import { plannedFacts } from './sample-facts.js';

export const AREAS: Policy['areas'] = [
  { code: 'west', teams: ['North', 'South'] },
  { code: 'east', teams: ['Harbour', 'Hill'] },
];

/** A closed cycle whose findings are published, with these cases. */
export const publishedCases = (
  audits: readonly GradedAudit[],
  actions: readonly PublishedAction[] = [],
  policy: Partial<Policy['figures']> = {},
): PublishedCases => ({
  cycle: cycleWithFindings(policy),
  audits,
  actions,
  asKnownAt: '2021-06-16T09:29:59.999Z',
});

function cycleWithFindings(policy: Partial<Policy['figures']>): PublishedCases['cycle'] {
  const id = idOf('cycle', 1);
  const figures = { ...DEFAULT_POLICY.figures, ...policy };
  const { events } = new History('2021-06-16T09:30:00.000Z')
    .add('cycle', id, 'CyclePlanned', plannedFacts({ policy: { ...DEFAULT_POLICY, areas: AREAS, figures } }))
    .add('cycle', id, 'CycleClosed', {
      ...{ closedBy: PERSON, closedOn: '2021-06-16', withoutGrade: [], reasonCode: null },
      moderationSecret: SECRET,
    })
    .add('cycle', id, 'FindingsPublished', { by: PERSON, on: '2021-06-16' });
  return foldAll(gradedCycles, events)[0] as PublishedCases['cycle'];
}

const GRADE: fc.Arbitrary<Grade | null> = fc.oneof(
  { weight: 5, arbitrary: fc.constant('good' as const) },
  { weight: 5, arbitrary: fc.constantFrom(...GRADES) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const AUDIT = fc.record({
  cohort: fc.constantFrom('in-care', 'in-care', 'child-in-need', 'child-protection'),
  team: fc.constantFrom('North', 'South', 'Harbour', 'Hill', null),
  finalGrade: GRADE,
  plan: fc.constantFrom('good', 'good', 'requires-improvement', 'not-applicable', 'answered'),
  withdrawn: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(...WITHDRAWAL_REASONS)),
});

const ACTION = fc.record({
  status: fc.constantFrom(...ACTION_STATUSES),
  cohort: fc.constantFrom('in-care', 'child-in-need', null),
  team: fc.constantFrom('North', 'South', null),
  priority: fc.constantFrom(...ACTION_PRIORITIES),
});

/** Small closed cycles of any make-up, whose policy withholds counts below 3 to 5. */
export const anyPublishedCases: fc.Arbitrary<PublishedCases> = fc
  .record({
    audits: fc.array(AUDIT, { maxLength: 36 }),
    actions: fc.array(ACTION, { maxLength: 20 }),
    fewestPublished: fc.integer({ min: 3, max: 5 }),
    totalsPublished: fc.boolean(),
  })
  .map(({ audits, actions, ...policy }) =>
    publishedCases(
      audits.map(({ plan, ...audit }, index) => gradedAudit(index, { ...audit, sections: { plan } })),
      actions,
      policy,
    ),
  );
