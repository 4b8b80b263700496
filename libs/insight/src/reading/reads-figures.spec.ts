import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { CYCLE_OF_35, NORTHSHIRE, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { COMPARED_ROUND, recordComparedRound } from '../testing/a-compared-round.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';
import { READS_CASES } from './readers.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await recordComparedRound(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

const CYCLE = `/v1/cycles/${CYCLE_OF_35.id}`;
/** Every figure for use inside, with a part of it that may be one child. */
const FIGURES: readonly (readonly [path: string, part: string])[] = [
  [`${CYCLE}/grading-distribution`, 'by=cohort'],
  ['/v1/grading-distribution', 'team=North&cohort=in-care'],
  ['/v1/grading-distribution/trend', 'area=west'],
  ['/v1/agreement', 'team=North'],
  ['/v1/re-audit-outcomes', 'by=team'],
  ['/v1/action-completion', 'team=North'],
  ['/v1/action-completion/surgeries', 'team=North'],
  ['/v1/clocks', 'cohort=in-care'],
  ['/v1/themes', 'team=North'],
  ['/v1/external-reliability', 'team=North'],
  [`/v1/review-rounds/${COMPARED_ROUND}/reliability`, 'cohort=in-care'],
];
const MADE_TO_BE_SHOWN = ['/v1/cycles', CYCLE, '/v1/scorecard', '/v1/measures'];
const ask = (url: string, as: string) => app.inject({ url, headers: { as } });

describe.each(FIGURES)('the figure %s', (path, part) => {
  it.each(ROLES)('is as whole or in parts for the role %s as it reads cases', async (as) => {
    const [whole, narrowed] = await Promise.all([ask(path, as), ask(`${path}?${part}`, as)]);
    if (READS_CASES.includes(as)) {
      expect(whole.statusCode).toBe(200);
      // An area that no policy names is a question amiss, but theirs to ask.
      expect(narrowed.statusCode).toBe(part.startsWith('area') ? 400 : 200);
    } else if (as === 'analyst') {
      expect(whole.statusCode).toBe(200);
      expect(narrowed.json()).toMatchObject({ status: 403, code: 'whole-figures-only' });
      expect(narrowed.json<{ detail: string }>().detail).toMatch(/Leave out (cohort|team|area|by=\w+),/);
    } else {
      expect([whole.statusCode, narrowed.statusCode]).toEqual([403, 403]);
    }
  });
});

it('a cell of one child is not for whoever reads no cases, however it is asked for', async () => {
  for (const query of [
    'by=area',
    'by=team&by=team',
    'team=',
    'cohort=in-care&cohort=in-care',
    'stage=auditor&by=cohort',
  ])
    for (const url of ['/v1/grading-distribution', `${CYCLE}/grading-distribution`])
      expect((await ask(`${url}?${query}`, 'analyst')).json()).toMatchObject({ code: 'whole-figures-only' });
  // Whoever reads cases by another role reads them.
  expect((await ask('/v1/grading-distribution?by=cohort', 'analyst,moderator')).statusCode).toBe(200);
});

it('no team is named to whoever reads no cases in a figure that has teams unasked', async () => {
  for (const url of ['/v1/action-completion', '/v1/action-completion/surgeries']) {
    expect((await ask(url, 'auditor')).json()).toHaveProperty('ageing.byTeam');
    const { body } = await ask(url, 'analyst');
    expect(body).toContain('"byPriority"');
    expect(body).not.toMatch(/"(byTeam|team|cohort)"/);
  }
});

it('what is made to be shown is for the board, owners of actions and administrators too', async () => {
  for (const as of ['board-viewer', 'action-owner', 'administrator', 'analyst', 'qa-lead'])
    for (const url of MADE_TO_BE_SHOWN) expect((await ask(url, as)).statusCode).toBe(200);
  for (const as of ['practitioner', 'external-reviewer'])
    for (const url of MADE_TO_BE_SHOWN) expect((await ask(url, as)).statusCode).toBe(403);
});
