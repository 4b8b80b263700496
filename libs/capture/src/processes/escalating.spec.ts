import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AuditCycleEvent, OpenEscalation, Order, StreamKind } from '#audit-cycle';
import { auditId } from '#authority-setup';
import {
  factsOf,
  makeRecord,
  MemoryConsumerCheckpoints,
  narrativeOf,
  streamName,
  type RecordedEvent,
} from '#event-log';
import { InProcessGateway } from '../in-process-gateway.js';
import { AuthorityAtWork, PEOPLE, START } from '../testing/authority-at-work.js';
import { escalating } from './escalating.js';

const { anna, lead, mo, otto } = PEOPLE;
const OUTSIDER = randomUUID();

let work: AuthorityAtWork;
let audit: string;
beforeEach(async () => {
  work = await AuthorityAtWork.begin();
  audit = auditId(await work.openCycle(4, 4), 0);
  await work.done('case-audit', audit, { type: 'AllocateAuditor', auditor: anna });
  await work.done('case-audit', audit, { type: 'StartAudit' }, anna);
});

const raise = (referredOnly = false) =>
  work.done(
    'case-audit',
    audit,
    {
      type: 'RaiseImmediateRisk',
      ...{ risk: referredOnly ? 'allegation' : 'unsafe-home', escalateTo: mo, referredOnly },
      ...(referredOnly ? {} : { concern: 'Nobody has seen her.' }),
    },
    anna,
  );
const opened = async (): Promise<readonly RecordedEvent[]> =>
  (await work.log.readAll(work.authority, { filter: { types: ['EscalationOpened'] } })).events;

describe('An immediate risk', () => {
  it('is put before the named person by the clock, with its words under the key of the audit', async () => {
    await raise();
    await work.gateway.catchUp(work.authority);
    const [event, ...others] = await opened();
    expect(others).toEqual([]);
    expect(event!.header).toMatchObject({
      actor: 'escalating',
      keyScope: `case-audit-${audit}`,
      causation: expect.any(String),
    });
    expect(factsOf(event!)).toMatchObject({
      ...{ audit, child: 'C-0000', reason: 'immediate-risk', risk: 'unsafe-home', raisedBy: anna, to: mo },
      ...{ raisedAt: START, dueAt: '2026-03-03T09:00:00.000Z', restricted: false },
    });
    expect(narrativeOf(event!)).toEqual({ concern: 'Nobody has seen her.' });
  });

  it('about staff is put before them without a word', async () => {
    await raise(true);
    await work.gateway.catchUp(work.authority);
    const [event] = await opened();
    expect(factsOf(event!)).toMatchObject({ restricted: true });
    expect(narrativeOf(event!)).toBeNull();
  });

  it('is escalated once, though the process begins again from the first event', async () => {
    await raise();
    await work.gateway.catchUp(work.authority);
    const { log, blobs, secrets } = work;
    const again = new InProcessGateway({
      ...{ log, blobs, secrets, checkpoints: new MemoryConsumerCheckpoints() },
      clock: () => new Date(work.now),
      newSeed: () => 'seed',
      report: (line, about) => work.reports.push({ line, about }),
    });
    await again.catchUp(work.authority);
    expect(await opened()).toHaveLength(1);
  });
});

describe('A grade', () => {
  const graded = (grade: string): Happened => ['CaseGraded', { grade, auditor: anna }];
  const moderated = (from: string, to: string): Happened => ['GradeModerated', { from, to, moderator: mo }];
  const settled = (from: string, grade: string): Happened => ['GradeSettled', { from, grade }];
  const reAudited = (grade: string): Happened => [
    'CaseReaudited',
    { audit, grade, reAuditor: mo },
    're-audit',
  ];
  const compared = (ours: string, theirs: string): Happened => [
    'GradesCompared',
    { audit, ours, theirs, reviewer: OUTSIDER },
    'review-round',
  ];

  it.each<[string, () => Happened, string]>([
    ['that the auditor gave', () => graded('inadequate'), anna],
    ['that the moderator changed to it', () => moderated('good', 'inadequate'), mo],
    ['that a panel settled on', () => settled('requires-improvement', 'inadequate'), otto],
    ['that a re-audit came to', () => reAudited('inadequate'), mo],
    ['that somebody from outside gave, and not we', () => compared('good', 'inadequate'), OUTSIDER],
  ])('%s puts an inadequate case before whoever opened the cycle', async (_how, happened, raisedBy) => {
    const event = eventOf(happened());
    const [order, ...others] = await ordersFor(event);
    expect(others).toEqual([]);
    expect(order!.command).toEqual({
      type: 'OpenEscalation',
      ...{ audit, reason: 'inadequate', risk: null, raisedBy, raisedAt: START, to: lead, restricted: false },
    });
    expect(await ordersFor(event)).toEqual([order]);
  });

  it.each<[string, () => Happened]>([
    ['that is better', () => graded('requires-improvement')],
    ['that was upheld: it is escalated already', () => moderated('inadequate', 'inadequate')],
    ['that is inadequate no more', () => moderated('inadequate', 'good')],
    ['that was settled as it was', () => settled('inadequate', 'inadequate')],
    ['that a re-audit found better', () => reAudited('requires-improvement')],
    ['that is ours and theirs', () => compared('inadequate', 'inadequate')],
    ['that is better from outside', () => compared('inadequate', 'good')],
  ])('%s escalates nothing', async (_how, happened) => {
    expect(await ordersFor(eventOf(happened()))).toEqual([]);
  });

  it('goes to another lead when whoever opened the cycle gave it, or has left', async () => {
    const second = randomUUID();
    await work.done('person', second, { type: 'Join', on: '2026-01-05' });
    await work.done('person', second, { type: 'GiveRoles', roles: ['qa-lead'] });
    const own = await ordersFor(eventOf(['CaseGraded', { grade: 'inadequate', auditor: lead }]));
    expect(own[0]!.command).toMatchObject({ to: second });
    await work.done('person', lead, { type: 'Leave', on: '2026-02-27' });
    const gone = await ordersFor(eventOf(graded('inadequate')));
    expect(gone[0]!.command).toMatchObject({ to: second });
  });

  it('goes to a service leader when no lead is left who could end it', async () => {
    const leader = randomUUID();
    await work.done('person', leader, { type: 'Join', on: '2026-01-05' });
    await work.done('person', leader, { type: 'GiveRoles', roles: ['service-leader'] });
    const own = await ordersFor(eventOf(['CaseGraded', { grade: 'inadequate', auditor: lead }]));
    expect(own[0]!.command).toMatchObject({ to: leader });
  });

  it('stays before whoever opened the cycle when there is nobody else: it is never left out', async () => {
    const own = await ordersFor(eventOf(['CaseGraded', { grade: 'inadequate', auditor: lead }]));
    expect(own[0]!.command).toMatchObject({ to: lead });
  });
});

type Happened = readonly [type: AuditCycleEvent['type'], facts: object, kind?: StreamKind];

const eventOf = ([type, facts, kind]: Happened): RecordedEvent => ({
  ...makeRecord({
    ...{
      stream: streamName(work.authority, kind ?? 'case-audit', kind === undefined ? audit : randomUUID()),
    },
    ...{ id: randomUUID(), type, schema: 1 },
    ...{ occurredAt: START, actor: otto, command: randomUUID(), correlation: randomUUID(), causation: null },
    ...{ keyScope: `case-audit-${audit}`, facts, narrative: null },
  }),
  ...{ revision: 99n, position: 99n, recordedAt: START },
});

async function ordersFor(event: RecordedEvent): Promise<readonly (Order & { command: OpenEscalation })[]> {
  const [reaction] = escalating(work.gateway.lookups).reactions;
  if (!reaction!.to.includes(event.header.type)) return [];
  return (await reaction!.orders(event)) as readonly (Order & { command: OpenEscalation })[];
}
