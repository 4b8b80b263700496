import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AUDITOR,
  HEAD,
  INSIDER,
  LEAD,
  OPEN_CYCLE,
  recordOpenCycle,
  WORKER,
} from '../testing/an-open-cycle.js';
import { MODERATOR, NARRATIVE } from '../testing/audit-events.js';
import { NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordOpenCycle(record);
  await record.happened('2021-06-28T09:00:00.000Z', 'case-audit', OPEN_CYCLE.audit(1), {
    type: 'ModerationMissed',
    facts: { reasonCode: 'nobody-free', by: LEAD },
    narrative: null,
  });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const by = (person: string, as: string): Record<string, string> => ({ person, as });
const LEADS = by(LEAD, 'qa-lead');

interface Body {
  readonly items: readonly { readonly kind: string; readonly exception: string; readonly standing: string }[];
  readonly figures: { readonly n: number };
  readonly next: string | null;
}
const get = (path: string, headers = LEADS) => app.inject({ url: `/v1/work-list${path}`, headers });
const found = async (path: string, headers = LEADS): Promise<Body> => {
  const answer = await get(path, headers);
  expect(answer.statusCode).toBe(200);
  expect(answer.body).not.toContain(NARRATIVE);
  expect(answer.body).not.toMatch(/"good"|[gG]rade":/);
  return answer.json<Body>();
};
const kinds = async (path: string, headers = LEADS): Promise<readonly string[]> =>
  (await found(path, headers)).items.map(({ kind }) => kind);

describe('my work list', () => {
  it.each([
    ['the auditor', by(AUDITOR, 'auditor'), ['start-audit']],
    ['the moderator', by(MODERATOR, 'moderator'), ['moderate-grade']],
    ['the worker', by(WORKER, 'practitioner'), ['comment-on-accuracy']],
    ['the head of service', by(HEAD, 'service-leader'), ['acknowledge-escalation', 'acknowledge-escalation']],
    ['a lead', LEADS, ['allocate-auditor', 'allocate-moderator']],
    ['an analyst', by(INSIDER, 'analyst'), []],
  ])('of %s', async (_, headers, expected) => {
    expect([...(await kinds('', headers))]).toEqual(expected);
  });

  it('has what a role brings alone when it is asked for that role, if it is held', async () => {
    const both = by(MODERATOR, 'moderator,qa-lead');
    expect(await kinds('?role=qa-lead', both)).toEqual(['allocate-auditor', 'allocate-moderator']);
    expect(await kinds('?role=service-leader', both)).toEqual([]);
    expect(await kinds('', both)).toHaveLength(3);
  });

  it.each([
    ['', 'overdue'],
    ['?on=2021-06-24', 'due-soon'],
    ['?on=2021-06-25', 'overdue'],
    ['?on=2021-06-07&asOf=2021-06-30', 'due-soon'],
    ['?asOf=2021-06-25', 'overdue'],
  ])('%s is judged by the day that it is asked for', async (path, standing) => {
    // No bank holidays are on record here, and so what is in time counts as due soon.
    expect((await found(path, by(AUDITOR, 'auditor'))).items).toMatchObject([
      { due: '2021-06-24', standing },
    ]);
  });

  it('is as it was known on a day', async () => {
    const auditor = by(AUDITOR, 'auditor');
    expect(await kinds('?asOf=2021-06-02', auditor)).toEqual([]);
    expect(await kinds('?asOf=2021-06-20', auditor)).toHaveLength(3);
  });

  it('narrows, pages, and counts everything that fits', async () => {
    expect(await kinds('?kind=allocate-moderator')).toEqual(['allocate-moderator']);
    expect(await kinds('?team=South')).toEqual(['allocate-auditor']);
    expect(await kinds('?standing=overdue')).toEqual([]);
    expect(await kinds(`?cycle=${LEAD}`)).toEqual([]);
    const first = await found('?limit=1');
    expect(first).toMatchObject({
      figures: { n: 2, missing: { withoutDate: 2 } },
      on: '2021-07-01',
      asOf: null,
    });
    const after = encodeURIComponent(first.next!);
    expect(await kinds(`?limit=1&after=${after}`)).toEqual(['allocate-moderator']);
  });

  it.each([
    'kind=rest',
    'standing=late',
    'role=king',
    'on=soon',
    'asOf=2030-01-01',
    'after=here',
    'cycle=it',
  ])('refuses ?%s', async (query) => {
    expect((await get(`?${query}`)).statusCode).toBe(400);
  });

  it('is empty in another authority, and shut for anybody from outside', async () => {
    expect(await kinds('', { ...LEADS, authority: 'southshire' })).toEqual([]);
    expect((await get('', { as: 'external-reviewer' })).statusCode).toBe(403);
  });
});

describe('what a lead sees of everybody', () => {
  it('is what is overdue, without what is about staff of their team', async () => {
    expect([...(await kinds('/overdue'))].sort()).toEqual([
      'acknowledge-escalation',
      'acknowledge-escalation',
      'moderate-grade',
      'start-audit',
    ]);
    expect(await kinds('/overdue', by(INSIDER, 'qa-lead'))).toHaveLength(3);
    expect(await kinds('/overdue?on=2021-06-23')).toEqual([
      'acknowledge-escalation',
      'acknowledge-escalation',
    ]);
    expect(await kinds('/overdue?kind=start-audit')).toEqual(['start-audit']);
  });

  it('is what does not go as it should', async () => {
    const { items, figures } = await found('/exceptions');
    expect(items).toMatchObject([{ exception: 'moderation-missed', audit: OPEN_CYCLE.audit(1) }]);
    expect(figures).toMatchObject({ n: 1, missing: { withoutCycle: 0 } });
    expect((await found('/exceptions?exception=person-left')).figures.n).toBe(0);
  });

  it('is theirs and the service leader’s alone', async () => {
    for (const path of ['/overdue', '/exceptions']) {
      expect((await get(path, by(HEAD, 'service-leader'))).statusCode).toBe(200);
      expect((await get(path, by(AUDITOR, 'auditor,moderator,analyst'))).statusCode).toBe(403);
    }
  });
});

describe('the queue of moderations', () => {
  it('has the longest waiting first, with its age', async () => {
    expect(await found('/moderation-queue')).toMatchObject({
      items: [{ waitingDays: 10 }, { waitingDays: 10 }],
      figures: {
        n: 2,
        withoutModerator: 1,
        withModerator: 1,
        overdue: 1,
        ageDays: { longest: 10, median: 10 },
        missing: { missed: 1 },
      },
    });
    expect(await found('/moderation-queue?asOf=2021-06-20')).toMatchObject({
      figures: { n: 0, ageDays: null },
    });
  });
});
