import type { AuditCycleEvent, Grade } from '#audit-cycle';
import { derivedId } from '#event-log';
import { ACycle } from './a-cycle.js';
import { allocated, finalised, graded } from './audit-events.js';
import type { RecordOfEvents } from './record-of-events.js';

export const NORTHSHIRE = 'northshire';

export const CYCLE_OF_35 = new ACycle({
  id: derivedId('cycle', '35'),
  title: 'April 2021',
  size: 35,
  from: '2021-04-01',
  to: '2021-04-30',
});

export const RE_AUDIT = derivedId('re-audit', CYCLE_OF_35.audit(4));

const times = (n: number, grade: Grade): readonly Grade[] => Array.from({ length: n }, () => grade);
const GRADES_OF_30 = [
  ...times(2, 'outstanding'),
  ...times(21, 'good'),
  ...times(6, 'requires-improvement'),
  ...times(1, 'inadequate'),
];
/** Owns the three actions of cases 0 and 1. */
export const OWNER = derivedId('person', 'owner');
const BY = derivedId('person', 'verifier');

/** What became of the actions, one or two per case: by case, nth and what followed after they were set. */
const ACTIONS: readonly (readonly [index: number, nth: number, ...then: readonly AuditCycleEvent[]])[] = [
  [0, 0],
  [0, 1],
  [1, 0, reportedDone()],
  [2, 0, reportedDone(), verified('done')],
  [3, 0, reportedDone(), verified('done')],
  [4, 0, reportedDone(), verified('partly')],
  [5, 0, reportedDone(), verified('not-done')],
  [6, 0, { type: 'ActionCancelled', facts: { reasonCode: 'child-moved', approvedBy: BY }, narrative: null }],
  [
    7,
    0,
    { type: 'ActionLinked', facts: { repeats: CYCLE_OF_35.action(0, 0) }, narrative: null },
    reportedDone(),
  ],
];

/**
 * A closed cycle of 35 audits: 30 moderated and finalised, one of them with another grade than its auditor gave; five
 * without a grade. Nine actions: two open, two reported done (one of them a repeat), two verified as done, one in part,
 * one as not done, one cancelled. Case 4 is audited again.
 */
export async function recordCycleOf35(record: RecordOfEvents): Promise<void> {
  const cycle = CYCLE_OF_35;
  const { id } = cycle;
  await record.happened('2021-04-01T09:00:00.000Z', 'cycle', id, cycle.planned());
  await record.happened(
    '2021-04-02T09:00:00.000Z',
    'cycle',
    id,
    cycle.imported(),
    cycle.drawn(),
    cycle.opened(),
  );
  for (let index = 0; index < 35; index += 1) {
    await record.happened(
      '2021-04-02T09:01:00.000Z',
      'case-audit',
      cycle.audit(index),
      cycle.selected(index),
      allocated('2021-04-26'),
    );
  }
  for (const [index, grade] of GRADES_OF_30.entries()) {
    const submitted = index === 23 ? 'good' : grade;
    await record.happened('2021-04-12T10:00:00.000Z', 'case-audit', cycle.audit(index), ...graded(submitted));
  }
  for (const [index, nth] of ACTIONS) {
    const due = nth === 0 ? '2021-04-26' : '2199-12-31';
    const set = cycle.actionSet(index, due, index < 2 ? OWNER : BY);
    await record.happened('2021-04-12T11:00:00.000Z', 'improvement-action', cycle.action(index, nth), set);
  }
  for (const [index, grade] of GRADES_OF_30.entries()) {
    const submitted = index === 23 ? 'good' : grade;
    await record.happened(
      '2021-04-20T10:00:00.000Z',
      'case-audit',
      cycle.audit(index),
      ...finalised(submitted, grade),
    );
  }
  for (const [index, nth, ...then] of ACTIONS) {
    for (const event of then) {
      const action = cycle.action(index, nth);
      await record.happened('2021-04-22T11:00:00.000Z', 'improvement-action', action, event);
    }
  }
  await record.happened('2021-05-07T16:00:00.000Z', 'cycle', id, cycle.closed([30, 31, 32, 33, 34]));
  await record.happened(
    '2021-06-16T10:00:00.000Z',
    're-audit',
    RE_AUDIT,
    ...cycle.reAudited(4, 'good', 'outstanding'),
  );
}

function reportedDone(): AuditCycleEvent {
  return {
    type: 'ActionReportedDone',
    facts: { by: BY, doneOn: '2021-04-21', reportedOn: '2021-04-21' },
    narrative: null,
  };
}

function verified(verdict: 'done' | 'partly' | 'not-done'): AuditCycleEvent {
  return { type: 'ActionVerified', facts: { by: BY, verdict, method: 'record-checked' }, narrative: null };
}
