import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { NARRATIVE } from '../testing/audit-events.js';
import { CYCLE_OF_35, NORTHSHIRE, OWNER, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

let record: RecordOfEvents;
let app: NestFastifyApplication | undefined;
let waitedFor: bigint[];
/** Whether the views come level with the log when somebody waits for them. */
let views: 'follow' | 'stand still';

beforeEach(async () => {
  record = new RecordOfEvents(NORTHSHIRE);
  waitedFor = [];
  views = 'follow';
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record, {
    waitForPosition: async (_view, _authority, position) => {
      waitedFor.push(position);
      if (views === 'follow') await record.level();
      return views === 'follow';
    },
  });
});
afterEach(() => app?.close());

const open = async (index: number, headers: Record<string, string> = {}) =>
  app!.inject({ url: `/v1/audits/${CYCLE_OF_35.audit(index)}/open-actions`, headers });
const ids = (answer: Awaited<ReturnType<typeof open>>): readonly string[] =>
  answer.json<{ items: { id: string }[] }>().items.map(({ id }) => id);

describe('the open actions of the child of an audit', () => {
  it.each([
    ['open', 0, 2],
    ['reported done', 1, 1],
    ['verified as done', 2, 0],
    ['done in part', 4, 1],
    ['not done', 5, 1],
    ['cancelled', 6, 0],
  ])('with actions that are %s', async (_, index, n) => {
    const answer = await open(index);
    expect([answer.statusCode, ids(answer).length]).toEqual([200, n]);
    expect(answer.body).not.toContain(NARRATIVE);
  });

  it('are those of all audits of the child, also what was set a moment ago', async () => {
    const action = derivedId('action', 'a moment ago');
    const elsewhere = CYCLE_OF_35.actionSet(0, '2199-12-31', OWNER, CYCLE_OF_35.audit(9));
    const head = await record.happened('2021-05-03T09:00:00.000Z', 'improvement-action', action, elsewhere);
    const answer = await open(0);
    expect(ids(answer)).toContain(action);
    expect(waitedFor).toEqual([head]);
    expect(answer.headers['position']).toBe(String(head));
  });

  it('are not answered at all while the view is behind', async () => {
    views = 'stand still';
    const answer = await open(0);
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'view-behind' }),
    ]);
  });

  it('are not there for an audit of another authority, nor for whoever reads no cases', async () => {
    expect((await open(0, { authority: 'southshire' })).statusCode).toBe(404);
    expect((await open(0, { as: 'action-owner', person: OWNER })).statusCode).toBe(403);
  });
});
