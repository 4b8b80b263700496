import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { describedRoutes, type DescribedRoute } from '../testing/described-routes.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

/** What is published, and equality, are of one moment and say so. */
const OF_ONE_MOMENT = /\/(published|published\.csv|equality)$/;

describe('on every route that answers as known on a day or at a moment', () => {
  const record = new RecordOfEvents(NORTHSHIRE);
  let app: NestFastifyApplication;
  let routes: readonly DescribedRoute[];

  beforeAll(async () => {
    await recordCycleOf35(record);
    await record.level();
    app = await insightApp(record);
    routes = (await describedRoutes(app)).filter(
      ({ path, takes }) => takes.has('asOf') && !OF_ONE_MOMENT.test(path),
    );
  });
  afterAll(() => app.close());

  const ask = async (asOf: string): Promise<readonly (readonly [string, number, string])[]> => {
    const answers = [];
    for (const { url } of routes) {
      const { statusCode, body } = await app.inject({ url: `${url}asOf=${encodeURIComponent(asOf)}` });
      answers.push([url, statusCode, body] as const);
    }
    return answers;
  };

  it.each(['1900-01-01', '2020-02-29', '2021-04-01', '2021-04-01T08:59:59.999Z', '2021-07-01'])(
    '%s is answered, or there was no such thing yet',
    async (asOf) => {
      const answers = await ask(asOf);
      expect(answers.length).toBeGreaterThan(35);
      expect(answers.filter(([, status]) => status !== 200 && status !== 404)).toEqual([]);
    },
  );

  it.each([
    ...['1899-12-31', '2021-02-29', '2021-04-01T09:00:00', '2021-04-01T10:00:00.000+01:00', '17', ''],
    ...['2016-12-31T23:59:60.000Z', '2021-07-02', '2021-07-01T12:00:00.001Z', '9999-12-31'],
  ])('%p is refused with the parameter named', async (asOf) => {
    const answers = await ask(asOf);
    expect(answers.filter(([, status, body]) => status !== 400 || !body.includes('"path":"asOf"'))).toEqual(
      [],
    );
  });

  it('what happened at the very moment is known, and a millisecond before it is not', async () => {
    const at = async (asOf: string): Promise<number> =>
      (await app.inject({ url: `/v1/cycles/${CYCLE_OF_35.id}/grading-distribution?asOf=${asOf}` }))
        .statusCode;
    expect([await at('2021-04-01T09:00:00.000Z'), await at('2021-04-01T08:59:59.999Z')]).toEqual([200, 404]);
  });
});
