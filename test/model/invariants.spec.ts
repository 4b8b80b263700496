import { beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, type AuditCycleEvent } from '#audit-cycle';
import { derivedId, makeRecord, streamName } from '#event-log';
import { AUTHORITY } from './at-work.js';
import { brokenIn } from './invariants.js';
import { PEOPLE } from './people.js';
import { named } from './scene/named.js';
import { enact, setScene, type Scene } from './scene.js';

type Kind = 'case-audit' | 'improvement-action' | 'measure';

/** What no decider lets happen, put into the log past all of them. */
interface Forged {
  readonly what: string;
  readonly by: string;
  readonly kind: Kind;
  readonly id: (scene: Scene) => string;
  readonly event: AuditCycleEvent;
  readonly found: RegExp;
}

const audit = (n: number) => (scene: Scene) => scene.ids.audits[n]!;
const { lea, mo, anna, tim } = PEOPLE;
const APRIL = { from: '2026-04-01', to: '2026-04-30' };
const moderated = { outcome: 'upheld', from: 'inadequate', manner: 'seen', sections: [] } as const;

const FORGED: readonly Forged[] = [
  {
    what: 'a grade that is final and was to be moderated',
    ...{ by: lea, kind: 'case-audit', id: audit(5), found: /not moderated/ },
    event: {
      type: 'AuditFinalised',
      facts: {
        ...{ grade: 'inadequate', scale: 'ofsted-four-point-1', finalisedBy: lea },
        lineage: { submitted: 'inadequate', resubmitted: null, moderated: null, settled: null },
        ...{ finalisedOn: '2026-07-06', feedbackDue: '2026-07-13', commentsUntil: '2026-07-20' },
      },
      narrative: null,
    },
  },
  {
    what: 'a grade that was changed without a reason',
    ...{ by: mo, kind: 'case-audit', id: audit(5), found: /changed without a reason/ },
    event: {
      type: 'GradeModerated',
      facts: { ...moderated, moderator: mo, to: 'good', reasonCode: null, disputeUntil: '2026-07-09' },
      narrative: null,
    },
  },
  {
    what: 'a grade that its auditor moderated',
    ...{ by: anna, kind: 'case-audit', id: audit(5), found: /moderated a case that they graded/ },
    event: {
      type: 'GradeModerated',
      facts: {
        ...moderated,
        moderator: anna,
        to: 'inadequate',
        reasonCode: null,
        disputeUntil: '2026-07-09',
      },
      narrative: null,
    },
  },
  {
    what: 'an audit that was given to the worker of the child',
    ...{ by: lea, kind: 'case-audit', id: audit(0), found: /was given it and is its worker/ },
    event: {
      type: 'AuditorAllocated',
      facts: { auditor: PEOPLE.sue, due: '2026-07-20', allocatedBy: lea, how: 'by-hand' },
      narrative: null,
    },
  },
  {
    what: 'a panel of one',
    ...{ by: lea, kind: 'case-audit', id: audit(7), found: /fewer than two/ },
    event: {
      type: 'GradeSettled',
      facts: { panel: [PEOPLE.sol], from: 'inadequate', grade: 'good', reasonCode: 'a-reason' },
      narrative: { reason: 'Some words.' },
    },
  },
  {
    what: 'an audit that was graded and withdrawn without approval',
    ...{ by: lea, kind: 'case-audit', id: audit(5), found: /withdrawn without approval/ },
    event: {
      type: 'AuditWithdrawn',
      facts: {
        ...{ reasonCode: 'duplicate-record', requestedBy: lea, approvedBy: null },
        ...{ afterGrading: true, replace: false },
      },
      narrative: null,
    },
  },
  {
    what: 'an action that its owner verified',
    ...{ by: tim, kind: 'improvement-action', id: () => named('action-reported'), found: /owns or owned it/ },
    event: {
      type: 'ActionVerified',
      facts: { by: tim, verdict: 'done', method: 'record-checked' },
      narrative: null,
    },
  },
  {
    what: 'a due date that its owner moved',
    ...{ by: tim, kind: 'improvement-action', id: () => named('action-open'), found: /owns or owned it/ },
    event: {
      type: 'DueDateMoved',
      facts: { from: '2026-08-03', to: '2026-09-01', reasonCode: 'a-reason', approvedBy: tim },
      narrative: null,
    },
  },
  {
    what: 'a figure that is called red and is not',
    ...{ by: lea, kind: 'measure', id: () => named('measure-reported'), found: /worse than its minimum/ },
    event: {
      type: 'ThresholdBreached',
      facts: {
        ...{ definition: 1, series: 'current', period: APRIL, targets: 1 },
        ...{ minimum: '90', value: '89.0000', gap: '1.0000' },
      },
      narrative: null,
    },
  },
  {
    what: 'a review beside one that waits',
    ...{ by: lea, kind: 'measure', id: () => named('measure-review'), found: /while another waits/ },
    event: {
      type: 'ReviewRequested',
      facts: { period: APRIL, why: 'falling', by: lea },
      narrative: null,
    },
  },
  {
    what: 'a surgery that answers a review that nobody asked for',
    ...{ by: lea, kind: 'measure', id: () => named('measure-reported'), found: /does not wait/ },
    event: {
      type: 'SurgeryHeld',
      facts: {
        ...{ surgery: 1, period: APRIL, on: '2026-07-06', by: lea, with: [], cases: ['C-1'] },
        reviewRequested: { period: APRIL, why: 'falling' },
      },
      narrative: { notes: 'Some words.' },
    },
  },
  {
    what: 'a figure that takes the place of another without a reason',
    ...{ by: lea, kind: 'measure', id: () => named('measure-reported'), found: /replaced without a reason/ },
    event: {
      type: 'MeasureReported',
      facts: {
        ...{
          definition: 1,
          series: 'current',
          period: APRIL,
          numerator: 91,
          denominator: 100,
          printed: null,
        },
        ...{ valueFrom: 'numerator-and-denominator', flags: [], benchmarks: [], previousYear: null },
        ...{ source: { file: null, row: null }, by: lea, correction: null },
      },
      narrative: null,
    },
  },
];

describe('what must never be', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene();
  });

  it('is not in the scene with which every run begins', async () => {
    expect(await brokenIn(await enact(scene))).toEqual([]);
  });

  it.each(FORGED)('is found: $what', async ({ by, kind, id, event, found }) => {
    const work = await enact(scene);
    const stream = streamName(AUTHORITY, kind, id(scene));
    const command = derivedId('forged', event.type, by);
    const record = makeRecord({
      ...{ stream, id: derivedId('event', command), type: event.type, schema: EVENT_SCHEMAS[event.type] },
      ...{ occurredAt: work.now, actor: by, command, correlation: command, causation: null },
      ...{ keyScope: stream, facts: event.facts, narrative: event.narrative },
    });
    const digest = 'a'.repeat(64);
    await work.log.append({ stream, events: [record], expect: 'any', command: { id: command, digest } });
    expect(await brokenIn(work)).toContainEqual(expect.stringMatching(found));
  });
});
