import { DEFAULT_POLICY, type AuditCycleEvent } from '#audit-cycle';
import { derivedId } from '#event-log';
import { ACycle } from './a-cycle.js';
import { allocated, graded, MODERATOR, NARRATIVE } from './audit-events.js';
import type { RecordOfEvents } from './record-of-events.js';

export const OPEN_CYCLE = new ACycle({
  id: derivedId('cycle', 'open'),
  title: 'June 2021',
  size: 4,
  from: '2021-06-01',
  to: '2021-07-31',
});

export const LEAD = derivedId('person', 'lead');
export const AUDITOR = derivedId('person', 'auditor');
/** Works with the child of the first case. */
export const WORKER = derivedId('person', 'worker');
/** Leads a service, and was put before both escalations. */
export const HEAD = derivedId('person', 'head');
/** A quality assurance lead of the team North, to which the cases with even numbers belong. */
export const INSIDER = derivedId('person', 'insider');
/** About the first case: an immediate risk; and an allegation about staff. */
export const RISK = derivedId('escalation', 'risk');
export const ABOUT_STAFF = derivedId('escalation', 'about staff');

/**
 * Four audits at the end of June: the first is graded and waits for a moderator to be allocated, the second is with its moderator,
 * the third is with its auditor, the fourth with nobody. Two escalations about the first.
 */
export async function recordOpenCycle(record: RecordOfEvents): Promise<void> {
  const cycle = OPEN_CYCLE;
  const happened = (at: string, index: number, ...events: readonly AuditCycleEvent[]) =>
    record.happened(at, 'case-audit', cycle.audit(index), ...events);
  const planned = { ...cycle.planned(), facts: { ...cycle.planned().facts, policy: DEFAULT_POLICY } };
  await record.happened(
    '2021-06-01T09:00:00.000Z',
    'cycle',
    cycle.id,
    planned as AuditCycleEvent,
    cycle.opened(),
  );
  const joined = { type: 'PersonJoined', facts: { on: '2019-01-01' }, narrative: null } as const;
  for (const person of [LEAD, AUDITOR, MODERATOR, WORKER, HEAD, INSIDER])
    await record.happened('2021-06-01T09:00:00.000Z', 'person', person, joined);
  await record.happened('2021-06-01T09:01:00.000Z', 'person', INSIDER, {
    type: 'TeamMembershipRecorded',
    facts: { team: 'North', from: '2019-01-01', to: null },
    narrative: null,
  });
  for (let index = 0; index < 4; index += 1) {
    const selected = cycle.selected(index);
    const facts = { ...selected.facts, worker: index === 0 ? WORKER : null };
    await happened('2021-06-02T09:00:00.000Z', index, { ...selected, facts } as AuditCycleEvent);
  }
  for (const index of [0, 1, 2]) await happened('2021-06-03T09:00:00.000Z', index, allocated('2021-06-24'));
  for (const index of [0, 1]) {
    await happened('2021-06-21T09:00:00.000Z', index, ...graded('good'), {
      type: 'ModerationRequired',
      facts: { rule: 'random' },
      narrative: null,
    });
  }
  await happened('2021-06-22T09:00:00.000Z', 1, {
    type: 'ModeratorAllocated',
    facts: { moderator: MODERATOR, due: '2021-06-29', manner: 'blind' },
    narrative: null,
  });
  await record.happened('2021-06-22T09:00:00.000Z', 'escalation', RISK, opened(false));
  await record.happened('2021-06-22T09:00:00.000Z', 'escalation', ABOUT_STAFF, opened(true));
}

const opened = (restricted: boolean): AuditCycleEvent => ({
  type: 'EscalationOpened',
  facts: {
    audit: OPEN_CYCLE.audit(0),
    cycle: OPEN_CYCLE.id,
    child: OPEN_CYCLE.child(0),
    reason: 'immediate-risk',
    risk: restricted ? 'allegation' : 'unsafe-contact',
    raisedBy: AUDITOR,
    raisedAt: '2021-06-22T09:00:00.000Z',
    to: HEAD,
    dueAt: '2021-06-23T09:00:00.000Z',
    restricted,
  },
  narrative: restricted ? null : { concern: NARRATIVE },
});
