import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { derivedId } from '#event-log';
import { openLog } from '#platform';
import { insightApp } from '../testing/insight-app.js';
import type { RecordOfEvents } from '../testing/record-of-events.js';
import { ANNA, DISCUSSED, GRADING, LENA, MO, OTTO, recordTwoSessions } from '../testing/two-sessions.js';

const SOMEBODY = derivedId('person', 'somebody');
const lines: string[] = [];
let record: RecordOfEvents;
let app: NestFastifyApplication;
beforeAll(async () => {
  record = await recordTwoSessions();
  const log = openLog('info', { write: (line) => void lines.push(line) });
  app = await insightApp(record, record.projections, log);
});
beforeEach(() => void lines.splice(0));
afterAll(() => app.close());

const ask = (id: string, person: string, as: string, authority = 'northshire') =>
  app.inject({ url: `/v1/calibration-sessions/${id}/narrative`, headers: { person, as, authority } });
const read = async (id: string, person: string, as: string): Promise<readonly object[]> =>
  (await ask(id, person, as)).json<{ items: { narrative: object }[] }>().items.map((one) => one.narrative);

const TITLE = { title: 'Plans, summer' };
const WHY = [{ rationale: 'Words of Anna.' }, { rationale: 'Words of Otto.' }];

describe('what was written in a calibration session', () => {
  it.each([
    ['who graded their own', ANNA, 'auditor', [TITLE, WHY[0]]],
    ['another who graded theirs', OTTO, 'moderator', [TITLE, WHY[1]]],
    ['who graded, though a QA lead too,', ANNA, 'qa-lead,auditor', [TITLE, WHY[0]]],
    ['whose grade is not in', MO, 'moderator', [TITLE]],
    ['who leads', LENA, 'service-leader', [TITLE]],
    ['who leads quality assurance', SOMEBODY, 'qa-lead', [TITLE]],
  ])(
    'is before the grades are revealed for somebody %s never the reasons of others',
    async (_, who, as, seen) => {
      expect(await read(GRADING, who, as)).toEqual(seen);
    },
  );

  it.each([
    [ANNA, 'auditor'],
    [MO, 'moderator'],
    [LENA, 'service-leader'],
    [SOMEBODY, 'qa-lead'],
  ])('is all there afterwards for those in it and for QA leads', async (person, as) => {
    expect(await read(DISCUSSED, person, as)).toEqual([
      { title: 'Plans, spring' },
      ...WHY,
      { notes: 'We differ about the plan.' },
    ]);
  });

  it('says of each text who wrote it where, and is not kept on the way', async () => {
    const answer = await ask(DISCUSSED, ANNA, 'auditor');
    expect([answer.headers['cache-control'], answer.headers['etag']]).toEqual(['no-store', '"4"']);
    expect(answer.json()).toMatchObject({
      id: DISCUSSED,
      items: [
        { revision: 0, type: 'SessionOpened', occurredAt: '2021-05-03T09:00:00.000Z' },
        { revision: 1, type: 'CalibrationGradeCommitted' },
        { revision: 2, type: 'CalibrationGradeCommitted' },
        { revision: 4, type: 'CalibrationDiscussed' },
      ],
    });
  });

  it('leaves a line with who read what, and without a word of it', async () => {
    await ask(GRADING, ANNA, 'auditor');
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { person: ANNA, stream: `northshire/calibration-session-${GRADING}`, msg: 'narrative read' },
    ]);
    expect(lines.join('')).not.toContain('Words of Anna');
  });

  it('is not there for whoever has no part in it, in another authority, or without a session', async () => {
    for (const as of ['auditor', 'moderator', 'service-leader']) {
      expect((await ask(DISCUSSED, SOMEBODY, as)).statusCode).toBe(404);
    }
    expect((await ask(DISCUSSED, ANNA, 'qa-lead', 'southshire')).statusCode).toBe(404);
    expect((await ask(SOMEBODY, ANNA, 'qa-lead')).statusCode).toBe(404);
    const reading = ['qa-lead', 'auditor', 'moderator', 'service-leader'];
    for (const role of ROLES.filter((one) => !reading.includes(one))) {
      expect([role, (await ask(DISCUSSED, ANNA, role)).statusCode]).toEqual([role, 403]);
    }
    expect(lines).toEqual([]);
  });
});
