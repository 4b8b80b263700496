import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CHARACTERISTICS, type AuditCycleEvent, type CharacteristicsList } from '#audit-cycle';
import { derivedId } from '#event-log';
import type { Log } from '#platform';
import { characteristicsInMemory } from '#population/testing';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const { id } = CYCLE_OF_35;
const [CLEARED, LAPSED, WITHDRAWN] = ['cleared', 'lapsed', 'withdrawn'].map((name) =>
  derivedId('person', name),
) as [string, string, string];
const OPEN_CYCLE = derivedId('cycle', 'open');
const SILENT_CYCLE = derivedId('cycle', 'silent');

const record = new RecordOfEvents(NORTHSHIRE);
const kept = characteristicsInMemory();
const lines: object[] = [];
// What is asked of a log here is that it takes lines.
const log = { info: (about: object) => void lines.push(about), error: () => undefined } as unknown as Log;
let app: NestFastifyApplication;

/** Twenty are white; of the others little is known. */
const LIST: CharacteristicsList = {
  asAt: '2021-03-31',
  children: Array.from({ length: 35 }, (_, index) => ({
    child: CYCLE_OF_35.child(index),
    ethnicity: index % 7 < 4 ? ('white' as const) : ('not-known' as const),
    age: '10-15' as const,
    disability: index === 3 ? ('yes' as const) : ('no' as const),
  })),
};
const clearance = (until: string): AuditCycleEvent => ({
  type: 'ClearanceGiven',
  facts: { clearance: 'equality', by: derivedId('person', 'guardian'), until },
  narrative: null,
});
const joined: AuditCycleEvent = { type: 'PersonJoined', facts: { on: '2020-01-06' }, narrative: null };

beforeAll(async () => {
  const at = '2021-05-03T09:00:00.000Z';
  await recordCycleOf35(record);
  const digest = await kept.keep(NORTHSHIRE, id, LIST);
  const imported = CYCLE_OF_35.imported();
  if (imported.type !== 'PopulationImported') throw new Error('Not an import.');
  const characteristics = { digest, children: 35, known: { ethnicity: 20, age: 35, disability: 35 } };
  await record.happened(at, 'cycle', id, { ...imported, facts: { ...imported.facts, characteristics } });
  const closed: AuditCycleEvent = {
    type: 'CycleClosed',
    facts: {
      ...{ closedBy: CLEARED, closedOn: '2021-05-03', withoutGrade: [], reasonCode: null },
      moderationSecret: 'ab'.repeat(32),
    },
    narrative: null,
  };
  await record.happened(at, 'cycle', OPEN_CYCLE, CYCLE_OF_35.planned());
  await record.happened(at, 'cycle', SILENT_CYCLE, CYCLE_OF_35.planned(), closed);
  await record.happened(at, 'person', CLEARED, joined, clearance('2021-07-01'));
  await record.happened(at, 'person', LAPSED, joined, clearance('2021-06-30'));
  await record.happened(at, 'person', WITHDRAWN, joined, clearance('2021-12-31'), {
    type: 'ClearanceWithdrawn',
    facts: { clearance: 'equality', by: derivedId('person', 'guardian') },
    narrative: null,
  });
  await record.level();
  app = await insightApp(record, record.projections, log, kept);
});
afterAll(() => app.close());

const get = (
  query: string,
  person = CLEARED,
  cycle = id,
  as = 'service-leader',
): ReturnType<NestFastifyApplication['inject']> =>
  app.inject({ url: `/v1/cycles/${cycle}/equality${query}`, headers: { person, as } });

describe('figures by a characteristic', () => {
  it('add up to those of the cycle, and withhold what is small', async () => {
    const answer = await get('?characteristic=ethnicity');
    expect(answer.statusCode).toBe(200);
    const body = answer.json<{
      grades: { whole: object; groups: readonly { group: string; n: unknown }[] };
      actions: { whole: object };
    }>();
    expect(body).toMatchObject({
      cycle: { id, status: 'closed' },
      characteristic: 'ethnicity',
      list: { asAt: '2021-03-31', children: 35, known: 20 },
      fewestPublished: 5,
      asOf: null,
      position: answer.headers['position'],
    });
    expect(body.grades.whole).toMatchObject({ n: 35, goodOrBetter: { n: 23, of: 30, percent: 76.7 } });
    expect(body.grades.groups.map(({ group, n }) => [group, n])).toEqual([
      ['white', 20],
      ...['mixed', 'asian', 'black', 'other'].map((group) => [group, 0]),
      ['not-known', 15],
    ]);
    expect(body.actions.whole).toMatchObject({ n: 9, open: 2 });
    expect(answer.body).toContain('"suppressed":true');
    for (const child of LIST.children.slice(0, 9)) expect(answer.body).not.toContain(child.child);
  });

  it('are withheld as a whole where a single child could be told', async () => {
    const { grades, actions } = (await get('?characteristic=disability')).json<Record<string, object>>();
    const text = JSON.stringify([grades, actions]);
    expect(text).toContain('suppressed');
    expect(text).not.toMatch(/"group":"yes","n":\d/);
  });

  it('leave a line of who read them, and none of what they are', async () => {
    lines.length = 0;
    await get('?characteristic=age');
    expect(lines).toContainEqual({
      person: CLEARED,
      authority: NORTHSHIRE,
      cycle: id,
      characteristic: 'age',
    });
  });

  it.each([
    ['nobody knows', derivedId('person', 'nobody'), 'qa-lead'],
    ['a clearance that ended yesterday', LAPSED, 'qa-lead'],
    ['a clearance that was withdrawn', WITHDRAWN, 'caldicott-guardian'],
  ])('are not for whoever has %s, whatever their roles', async (_, person, role) => {
    const answer = await get('?characteristic=age', person, id, role);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'clearance-needed']);
  });

  it.each(['external-reviewer', 'practitioner'])('are not for a %s, cleared or not', async (role) => {
    expect((await get('?characteristic=age', CLEARED, id, role)).statusCode).toBe(403);
  });

  it.each([
    ['asOf', '2021-05-01'],
    ['cohort', 'in-care'],
    ['team', 'North'],
    ['from', '2021-01-01'],
    ['stage', 'auditor'],
  ])('have no filter: %s is refused with a reason', async (name, value) => {
    const answer = await get(`?characteristic=age&${name}=${value}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({
      code: 'invalid-input',
      errors: [{ path: name, message: expect.stringMatching(/whole cycle as it stands/) }],
    });
  });

  it.each(['', '?characteristic=religion', '?characteristic=age&characteristic=ethnicity'])(
    'are by one characteristic that there is: %j is refused',
    async (query) => {
      expect((await get(query)).statusCode).toBe(400);
    },
  );

  it.each([
    [OPEN_CYCLE, 'cycle-not-closed'],
    [SILENT_CYCLE, 'characteristics-not-known'],
    [derivedId('cycle', 'none'), 'not-found'],
  ])('are of a closed cycle whose lists tell of them: case %#', async (cycle, code) => {
    const answer = await get('?characteristic=age', CLEARED, cycle);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, code]);
  });

  it('stand in no row of any view', () => {
    const rows = JSON.stringify(record.store, (_, value: unknown) =>
      value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
    );
    expect(rows).toContain(CYCLE_OF_35.child(0));
    for (const name of [...CHARACTERISTICS, '10-15', '"white"']) {
      expect([name, rows.includes(name === 'age' ? '"age"' : name)]).toEqual([name, false]);
    }
  });
});
