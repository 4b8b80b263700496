import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const { id } = CYCLE_OF_35;
const url = `/v1/cycles/${id}`;

let app: NestFastifyApplication | undefined;
afterEach(() => app?.close());

describe('a request that names the position of a write', () => {
  it('sees that write, however late the view is', async () => {
    const record = new RecordOfEvents(NORTHSHIRE);
    const waiting = Promise.withResolvers<void>();
    app = await insightApp(record, {
      waitForPosition: (...wait) => {
        waiting.resolve();
        return record.projections.waitForPosition(...wait);
      },
    });
    const position = await record.happened('2021-04-01T09:00:00.000Z', 'cycle', id, CYCLE_OF_35.planned());
    expect((await app.inject({ url })).statusCode).toBe(404);

    const [answer] = await Promise.all([
      app.inject({ url, headers: { position: String(position) } }),
      waiting.promise.then(() => record.level()),
    ]);
    expect(answer.statusCode).toBe(200);
  });

  it('is answered 503 when the view stays behind for five seconds', async () => {
    const record = new RecordOfEvents(NORTHSHIRE);
    const asked: unknown[] = [];
    app = await insightApp(record, {
      waitForPosition: async (...wait) => {
        asked.push(wait);
        return false;
      },
    });
    const answer = await app.inject({ url, headers: { position: '17' } });
    expect(asked).toEqual([['cycle-progress', NORTHSHIRE, 17n, 5000]]);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toMatchObject({
      code: 'view-behind',
      detail: expect.stringContaining('position 17'),
    });
  });

  it.each(['soon', '-1', '1.5', '9'.repeat(19), ''])(
    'is refused when the position is "%s"',
    async (position) => {
      app = await insightApp(new RecordOfEvents(NORTHSHIRE));
      const answer = await app.inject({ url, headers: { position } });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'position-not-understood' });
    },
  );

  it('is refused when nobody is let in, before anything is waited for', async () => {
    app = await insightApp(new RecordOfEvents(NORTHSHIRE), {
      waitForPosition: () => Promise.reject(new Error('waited')),
    });
    const answer = await app.inject({ url, headers: { position: '1', as: 'external-reviewer' } });
    expect(answer.statusCode).toBe(403);
  });
});
