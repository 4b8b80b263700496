import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const PERSON = derivedId('person', 'somebody');
const ABOUT_STAFF = derivedId('escalation', 'about staff');
const USUAL = derivedId('escalation', 'usual');
const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  for (const [id, restricted] of [
    [ABOUT_STAFF, true],
    [USUAL, false],
  ] as const)
    await record.happened('2021-06-17T10:00:00.000Z', 'escalation', id, {
      type: 'EscalationOpened',
      facts: {
        ...{ audit: CYCLE_OF_35.audit(0), cycle: CYCLE_OF_35.id, child: 'C0000' },
        ...{ reason: 'immediate-risk', risk: 'unsafe-contact', raisedBy: PERSON, to: PERSON, restricted },
        ...{ raisedAt: '2021-06-17T10:00:00.000Z', dueAt: '2021-06-18T10:00:00.000Z' },
      },
      narrative: null,
    });
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const get = (query = '', as = 'qa-lead') => app.inject({ url: `/v1/clocks${query}`, headers: { as } });

interface Figures {
  readonly audits: { readonly byTimeliness: readonly { timeliness: string; n: number }[] };
  readonly clocks: readonly {
    readonly clock: string;
    readonly n: number;
    readonly byStanding: readonly { standing: string; n: number }[];
  }[];
}

const casesOf = async (query: string): Promise<readonly { escalation: string | null }[]> =>
  (await get(`/cases${query}`)).json<{ items: { escalation: string | null }[] }>().items;

describe('the clocks of a cycle', () => {
  it('have those of audits from the timeliness of auditors, without whose they are', async () => {
    const { audits } = (await get()).json<Figures>();
    const url = '/v1/auditor-timeliness';
    const timeliness = (await app.inject({ url, headers: { as: 'qa-lead' } })).json<Figures['audits']>();
    expect(audits.byTimeliness).toEqual(timeliness.byTimeliness);
    expect(JSON.stringify(audits)).not.toContain('auditor"');
    expect(await casesOf('?clock=audit&standing=ended-otherwise')).toHaveLength(5);
  });

  it('lead from every count to as many cases', async () => {
    const { clocks } = (await get()).json<Figures>();
    expect(clocks.map(({ clock, n }) => [clock, n])).toEqual([
      ['moderation', 0],
      ['comment', 30],
      ['feedback', 30],
      ['acknowledgement', 1],
      ['resolution', 1],
    ]);
    for (const { clock, byStanding } of clocks)
      for (const { standing, n } of byStanding)
        expect(await casesOf(`?clock=${clock}&standing=${standing}`)).toHaveLength(n);
  });

  it('have nothing of an escalation about staff, whoever asks', async () => {
    for (const clock of ['acknowledgement', 'resolution'])
      expect((await casesOf(`?clock=${clock}`)).map(({ escalation }) => escalation)).toEqual([USUAL]);
    expect((await get()).json()).toMatchObject({
      clocks: [{}, {}, {}, {}, { late: { n: 1, of: 1 }, taken: { notReached: 1 } }],
    });
  });

  it('are as known on a day, and of a team', async () => {
    const before = (await get('?asOf=2021-06-16')).json<Figures>();
    expect(before.clocks.map(({ n }) => n)).toEqual([0, 30, 30, 0, 0]);
    const south = (await get('?team=South')).json<Figures>();
    expect(south.clocks.map(({ n }) => n)).toEqual([0, 15, 15, 0, 0]);
  });

  it('page by page show everything once', async () => {
    const first = (await get('/cases?clock=comment&limit=20')).json<{ items: unknown[]; next: string }>();
    const rest = await casesOf(`?clock=comment&limit=20&after=${encodeURIComponent(first.next)}`);
    expect(new Set([...first.items, ...rest].map((one) => JSON.stringify(one))).size).toBe(30);
  });

  it.each([
    '',
    '?clock=sun',
    '?clock=audit&standing=tired',
    '?clock=audit&area=west',
    '?clock=audit&auditor=x',
  ])('refuse cases%s and say what is wrong', async (query) => {
    expect((await get(`/cases${query}`)).json()).toMatchObject({ status: 400, errors: [{}] });
  });

  it('are figures for those who read figures, and cases for those who read cases', async () => {
    for (const [as, statuses] of [
      ['board-viewer', [403, 403]],
      ['analyst', [200, 403]],
      ['moderator', [200, 200]],
      ['practitioner', [403, 403]],
      ['external-reviewer', [403, 403]],
    ] as const)
      expect([(await get('', as)).statusCode, (await get('/cases?clock=audit', as)).statusCode]).toEqual(
        statuses,
      );
  });
});
