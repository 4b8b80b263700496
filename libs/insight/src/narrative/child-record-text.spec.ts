import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GRADES } from '#audit-cycle';
import { derivedId } from '#event-log';
import { openLog } from '#platform';
import { NARRATIVE } from '../testing/audit-events.js';
import { CYCLE_OF_35, NORTHSHIRE, OWNER, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const SOMEBODY = derivedId('person', 'somebody');
const TEXT = `/v1/actions/${CYCLE_OF_35.action(0, 0)}/child-record-text`;
const lines: string[] = [];
let app: NestFastifyApplication;
beforeAll(async () => {
  const record = new RecordOfEvents(NORTHSHIRE);
  await recordCycleOf35(record);
  const log = openLog('info', { write: (line) => void lines.push(line) });
  app = await insightApp(record, record.projections, log);
});
afterAll(() => app.close());

const ask = (as: string, person: string, authority = NORTHSHIRE) =>
  app.inject({ url: TEXT, headers: { as, person, authority } });

describe("the text of an action for the child's own record", () => {
  it('says what is to be done and by when, and nothing of any grade', async () => {
    const answer = await ask('action-owner', OWNER);
    expect(answer.statusCode).toBe(200);
    const { text } = answer.json<{ text: string }>();
    expect(text).toMatch(
      /^Action from a quality audit, set on \d{4}-\d{2}-\d{2}, due on \d{4}-\d{2}-\d{2}:\n/,
    );
    expect(text.endsWith(`\n${NARRATIVE}`)).toBe(true);
    expect(GRADES.filter((grade) => answer.body.includes(grade))).toEqual([]);
    expect(lines.filter((line) => line.includes('narrative read'))).toHaveLength(1);
  });

  it('is not there for others, nor in another authority', async () => {
    expect((await ask('practitioner', SOMEBODY)).statusCode).toBe(404);
    expect((await ask('qa-lead', SOMEBODY, 'southshire')).statusCode).toBe(404);
    expect((await ask('analyst', SOMEBODY)).statusCode).toBe(403);
  });
});
