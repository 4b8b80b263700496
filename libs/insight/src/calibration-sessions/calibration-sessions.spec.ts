import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { derivedId } from '#event-log';
import { insightApp } from '../testing/insight-app.js';
import {
  ANNA,
  DISCUSSED,
  GRADING,
  LENA,
  MO,
  OTTO,
  recordTwoSessions,
  TOOL,
} from '../testing/two-sessions.js';

const SOMEBODY = derivedId('person', 'somebody');
let app: NestFastifyApplication;
beforeAll(async () => {
  app = await insightApp(await recordTwoSessions());
});
afterAll(() => app.close());

const ask = (person: string, as: string, authority = 'northshire') =>
  app.inject({ url: '/v1/calibration-sessions', headers: { person, as, authority } });

describe('the list of calibration sessions', () => {
  it('has the latest first, with how each stands and whether my own grade is in, and nothing of any grade', async () => {
    const answer = await ask(ANNA, 'auditor');
    expect([answer.statusCode, answer.headers['position']]).toEqual([200, '8']);
    const both = {
      ...{ record: 'C-0900', tool: TOOL },
      ...{ leader: LENA, participants: [ANNA, OTTO, MO], committed: true },
    };
    expect(answer.json()).toEqual({
      items: [
        { ...both, id: GRADING, openedAt: '2021-06-07T09:00:00.000Z', status: 'grading' },
        { ...both, id: DISCUSSED, openedAt: '2021-05-03T09:00:00.000Z', status: 'discussed' },
      ],
    });
  });

  it('is the same for somebody whose grade is not in, but for that', async () => {
    const { items } = (await ask(MO, 'moderator')).json<{ items: { committed: boolean }[] }>();
    expect(items.map(({ committed }) => committed)).toEqual([false, false]);
  });

  it.each([
    ['the leader', LENA, 'service-leader', 2],
    ['a QA lead who has no part in them', SOMEBODY, 'qa-lead', 2],
    ['an auditor who has no part in them', SOMEBODY, 'auditor', 0],
    ['a service leader who leads none', SOMEBODY, 'service-leader', 0],
  ])('has for %s those that they know of', async (_, person, as, n) => {
    expect((await ask(person, as)).json<{ items: object[] }>().items).toHaveLength(n);
  });

  it('is closed to every other role, and empty in another authority', async () => {
    const reading = ['qa-lead', 'auditor', 'moderator', 'service-leader'];
    for (const role of ROLES.filter((one) => !reading.includes(one))) {
      expect([role, (await ask(ANNA, role)).statusCode]).toEqual([role, 403]);
    }
    expect((await ask(ANNA, 'qa-lead', 'southshire')).json()).toEqual({ items: [] });
  });
});
