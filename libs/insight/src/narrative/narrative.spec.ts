import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ROLES } from '#audit-cycle';
import { derivedId } from '#event-log';
import { openLog } from '#platform';
import { MODERATOR, NARRATIVE } from '../testing/audit-events.js';
import { CYCLE_OF_35, NORTHSHIRE, OWNER, RE_AUDIT, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const AUDITOR = derivedId('person', 'auditor');
const SOMEBODY = derivedId('person', 'somebody');
const AUDIT = `/v1/audits/${CYCLE_OF_35.audit(23)}/narrative`;
const ACTION = `/v1/actions/${CYCLE_OF_35.action(0, 0)}/narrative`;
const RE_AUDITED = `/v1/re-audits/${RE_AUDIT}/narrative`;

const record = new RecordOfEvents(NORTHSHIRE);
const lines: string[] = [];
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  // The views know nothing: what is read here is in the log alone.
  const log = openLog('info', { write: (line) => void lines.push(line) });
  app = await insightApp(record, record.projections, log);
});
beforeEach(() => void lines.splice(0));
afterAll(() => app.close());

const ask = (url: string, as: string, person = SOMEBODY, authority = NORTHSHIRE) =>
  app.inject({ url, headers: { as, person, authority } });

describe('what was written', () => {
  it('in an audit is read event by event, in order, and only where there is any', async () => {
    const answer = await ask(AUDIT, 'moderator');
    expect([answer.statusCode, answer.headers['cache-control'], answer.headers['etag']]).toEqual([
      200,
      'no-store',
      '"6"',
    ]);
    expect(answer.json()).toEqual({
      id: CYCLE_OF_35.audit(23),
      items: [
        [3, 'SectionGraded', { evidence: NARRATIVE }, '2021-04-12T10:00:00.000Z'],
        [4, 'CaseGraded', { rationale: NARRATIVE }, '2021-04-12T10:00:00.000Z'],
        [5, 'GradeModerated', { reason: NARRATIVE }, '2021-04-20T10:00:00.000Z'],
      ].map(([revision, type, narrative, occurredAt]) => ({
        ...{ revision, type, occurredAt, narrative },
        actor: AUDITOR,
      })),
    });
  });

  it('about an action says what is to be done', async () => {
    expect((await ask(ACTION, 'action-owner', OWNER)).json()).toMatchObject({
      items: [{ revision: 0, type: 'ActionSet', narrative: { text: NARRATIVE } }],
    });
  });

  it('when a case was audited again is read as well', async () => {
    const { items } = (await ask(RE_AUDITED, 'qa-lead')).json<{ items: { type: string }[] }>();
    expect(items.map(({ type }) => type)).toEqual(['ActionChecked', 'CaseReaudited']);
  });

  it('to ask for a withdrawal is read by whoever approves it', async () => {
    const audit = CYCLE_OF_35.audit(34);
    await record.happened('2021-05-01T09:00:00.000Z', 'case-audit', audit, {
      type: 'WithdrawalRequested',
      facts: { requestedBy: AUDITOR, reasonCode: 'selected-in-error', replace: false },
      narrative: { reason: 'The child had moved away.' },
    });
    expect((await ask(`/v1/audits/${audit}/narrative`, 'service-leader')).json()).toMatchObject({
      items: [{ type: 'WithdrawalRequested', narrative: { reason: 'The child had moved away.' } }],
    });
  });

  it.each([AUDIT, ACTION, RE_AUDITED])('%s is not there in another authority', async (url) => {
    expect((await ask(url, 'qa-lead', SOMEBODY, 'southshire')).statusCode).toBe(404);
  });
});

describe('who reads what was written', () => {
  const ALL = ['qa-lead', 'moderator', 'service-leader', 'caldicott-guardian'];

  it.each([
    [AUDIT, AUDITOR, 200, 403],
    [ACTION, AUDITOR, 200, 403],
    [RE_AUDITED, MODERATOR, 200, 403],
  ])('%s: by role, whoever they are', async (url, person, theirs, others) => {
    for (const role of ROLES) {
      const { statusCode, body } = await ask(url, role);
      const ownersOnly = url === ACTION && ['action-owner', 'practitioner'].includes(role);
      expect([role, statusCode]).toEqual([role, ALL.includes(role) ? 200 : ownersOnly ? 404 : 403]);
      if (statusCode !== 200) expect(body).not.toContain(NARRATIVE);
    }
    expect((await ask(url, 'auditor', person)).statusCode).toBe(theirs);
    const another = await ask(url, 'auditor');
    expect([another.statusCode, another.json()]).toEqual([
      others,
      expect.objectContaining({ code: 'not-allocated-to-you' }),
    ]);
  });

  it('the person to whom a case is allocated, once they are no auditor any more, does not', async () => {
    expect((await ask(AUDIT, 'analyst', AUDITOR)).statusCode).toBe(403);
    expect((await ask(ACTION, 'practitioner', AUDITOR)).statusCode).toBe(404);
  });

  it.each(['action-owner', 'practitioner', 'auditor'])(
    'the owner of an action does, as %s, until it is handed to somebody else',
    async (as) => {
      const id = derivedId('action', as);
      const url = `/v1/actions/${id}/narrative`;
      const at = '2021-05-03T09:00:00.000Z';
      await record.happened(at, 'improvement-action', id, CYCLE_OF_35.actionSet(9, '2021-05-30', SOMEBODY));
      expect((await ask(url, as)).statusCode).toBe(200);
      await record.happened(at, 'improvement-action', id, {
        type: 'ActionReassigned',
        facts: { from: SOMEBODY, to: OWNER, team: null, reasonCode: 'left' },
        narrative: { reason: 'Moved to another team.' },
      });
      expect((await ask(url, as)).statusCode).toBe(as === 'auditor' ? 403 : 404);
      expect((await ask(url, as, OWNER)).statusCode).toBe(200);
    },
  );

  it("of another's action an owner is told what they would be told if it did not exist", async () => {
    const [theirs, none] = await Promise.all([
      ask(ACTION, 'action-owner'),
      ask(`/v1/actions/${SOMEBODY}/narrative`, 'action-owner'),
    ]);
    expect({ ...theirs.json<object>(), request: '' }).toEqual({ ...none.json<object>(), request: '' });
  });
});

describe('every reading of narrative', () => {
  it('leaves one line with who, which stream and when, and without a word of it', async () => {
    await ask(AUDIT, 'moderator');
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toMatchObject({
      person: SOMEBODY,
      stream: `${NORTHSHIRE}/case-audit-${CYCLE_OF_35.audit(23)}`,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      msg: 'narrative read',
    });
    expect(lines[0]).not.toContain(NARRATIVE);
  });

  it('that was refused leaves none', async () => {
    for (const [url, as] of [
      [AUDIT, 'auditor'],
      [AUDIT, 'inspector'],
      [ACTION, 'action-owner'],
    ] as const)
      await ask(url, as);
    expect(lines).toEqual([]);
  });
});
