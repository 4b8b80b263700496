import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ABOUT_STAFF,
  AUDITOR,
  HEAD,
  INSIDER,
  LEAD,
  OPEN_CYCLE,
  recordOpenCycle,
  RISK,
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
  await record.happened('2021-06-22T10:00:00.000Z', 'escalation', RISK, {
    type: 'EscalationAcknowledged',
    facts: { by: HEAD, at: '2021-06-22T10:00:00.000Z' },
    narrative: null,
  });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const by = (person: string, as: string): Record<string, string> => ({ person, as });
const LEADS = by(LEAD, 'qa-lead');
const get = (path: string, headers = LEADS) => app.inject({ url: `/v1/escalations${path}`, headers });
const list = async (query: string, headers = LEADS) => {
  const answer = await get(`?${query}`, headers);
  expect(answer.statusCode).toBe(200);
  const body = answer.json<{ items: { id: string; breached: boolean }[]; figures: { n: number } }>();
  return { ids: body.items.map(({ id }) => id).sort(), ...body };
};

describe('the list of escalations', () => {
  it.each([
    ['', 2],
    [`cycle=${OPEN_CYCLE.id}`, 2],
    ['child=C0000', 2],
    ['child=C0001', 0],
    ['team=North', 2],
    ['team=South', 0],
    ['reason=inadequate', 0],
    ['status=acknowledged', 1],
    [`namedPerson=${HEAD}`, 2],
    ['breached=true', 2],
    ['breached=true&asOf=2021-06-22', 0],
    ['breached=false&asOf=2021-06-23T09:00:00.000Z', 2],
    ['breached=true&asOf=2021-06-23T09:00:00.001Z', 2],
    ['status=open&asOf=2021-06-22T09:30:00.000Z', 2],
    ['asOf=2021-06-21', 0],
  ])('narrowed by "%s" has %i, and its figures have as many', async (query, n) => {
    const { ids, figures } = await list(query);
    expect([ids.length, figures.n]).toEqual([n, n]);
  });

  it('comes in pages that leave nothing out', async () => {
    const first = (await get('?limit=1')).json<{ items: { id: string }[]; next: string }>();
    const rest = await list(`limit=1&after=${encodeURIComponent(first.next)}`);
    expect([first.items[0]!.id, ...rest.ids].sort()).toEqual([RISK, ABOUT_STAFF].sort());
    expect(rest).toMatchObject({ next: null, figures: { n: 2 } });
  });

  it.each([
    'breached=perhaps',
    'status=closed',
    'reason=other',
    'cycle=it',
    'after=elsewhere',
    'asOf=2030-01-01',
  ])('refuses ?%s', async (query) => {
    expect((await get(`?${query}`)).statusCode).toBe(400);
  });
});

describe('what is about staff', () => {
  it.each([
    ['a lead of another team', LEADS, [RISK, ABOUT_STAFF]],
    ['the one it was put before', by(HEAD, 'practitioner'), [RISK, ABOUT_STAFF]],
    ['who raised it', by(AUDITOR, 'auditor'), [RISK, ABOUT_STAFF]],
    ['a moderator', by(MODERATOR, 'moderator'), [RISK]],
    ["the child's worker, with whatever roles", by(WORKER, 'qa-lead,service-leader'), [RISK]],
    ['a lead of the team', by(INSIDER, 'qa-lead'), [RISK]],
    ['a practitioner', by(WORKER, 'practitioner'), []],
  ])('for %s', async (_, headers, seen) => {
    const { ids, figures } = await list('', headers);
    expect([ids, figures.n]).toEqual([[...seen].sort(), seen.length]);
  });

  it('is answered to the team as if it had never been, by its id and in its history too', async () => {
    const never = OPEN_CYCLE.audit(1);
    for (const rest of ['', '/history']) {
      const [theirs, none] = await Promise.all(
        [ABOUT_STAFF, never].map((id) => get(`/${id}${rest}`, by(INSIDER, 'qa-lead'))),
      );
      expect(theirs!.statusCode).toBe(404);
      expect({ ...theirs!.json<object>(), request: '' }).toEqual({ ...none!.json<object>(), request: '' });
      expect((await get(`/${ABOUT_STAFF}${rest}`)).statusCode).toBe(200);
    }
  });
});

describe('an escalation', () => {
  it('says how it stands, with the revision of its stream', async () => {
    const answer = await get(`/${RISK}`);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.json()).toMatchObject({
      status: 'acknowledged',
      audit: OPEN_CYCLE.audit(0),
      team: 'North',
      breached: true,
      breachRecorded: false,
    });
  });

  it('has a history of facts without words, as known on a day', async () => {
    const answer = await get(`/${RISK}/history`);
    const { items } = answer.json<{ items: { type: string }[] }>();
    expect(items.map(({ type }) => type)).toEqual(['EscalationOpened', 'EscalationAcknowledged']);
    expect(answer.body).not.toContain(NARRATIVE);
    expect((await get(`/${RISK}/history?asOf=2021-06-22T09:30:00.000Z`)).json()).toMatchObject({
      items: [{ type: 'EscalationOpened' }],
    });
    expect((await get(`/${RISK}/history?asOf=2021-06-21`)).statusCode).toBe(404);
  });

  it('is not there in another authority, nor for anybody from outside', async () => {
    expect((await get(`/${RISK}`, { authority: 'southshire' })).statusCode).toBe(404);
    expect((await get('', { as: 'external-reviewer' })).statusCode).toBe(403);
  });
});
