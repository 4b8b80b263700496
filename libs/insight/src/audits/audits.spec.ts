import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId } from '#event-log';
import { NARRATIVE } from '../testing/audit-events.js';
import { CYCLE_OF_35, NORTHSHIRE, RE_AUDIT, recordCycleOf35 } from '../testing/cycle-of-35.js';
import { insightApp } from '../testing/insight-app.js';
import { RecordOfEvents } from '../testing/record-of-events.js';

const record = new RecordOfEvents(NORTHSHIRE);
let app: NestFastifyApplication;
beforeAll(async () => {
  await recordCycleOf35(record);
  await record.level();
  app = await insightApp(record);
});
afterAll(() => app.close());

interface Listed {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}
const list = async (url: string): Promise<Listed> => {
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(200);
  return answer.json<Listed>();
};

describe('the list of audits', () => {
  it('comes in pages that hold every audit once, in the order of the children', async () => {
    const children: unknown[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const page: Listed = await list(`/v1/audits?cycle=${CYCLE_OF_35.id}&limit=10${after}`);
      children.push(...page.items.map(({ child }) => child));
      next = page.next;
    }
    expect(children).toEqual(Array.from({ length: 35 }, (_, index) => CYCLE_OF_35.child(index)));
  });

  it.each([
    ['status=allocated', 5],
    ['status=finalised&team=North', 15],
    ['cohort=in-care', 7],
    [`auditor=${derivedId('person', 'auditor')}`, 35],
    [`auditor=${derivedId('person', 'somebody')}`, 0],
    ['child=C0004', 1],
    [`cycle=${derivedId('cycle', 'another')}`, 0],
    ['asOf=2021-04-19&status=graded', 30],
    ['asOf=2021-03-31', 0],
  ])('narrowed by %s has %i', async (query, n) => {
    expect((await list(`/v1/audits?limit=500&${query}`)).items).toHaveLength(n);
  });

  it.each(['grade=good', 'cycle=35', 'status=good', 'team='])('refuses ?%s', async (query) => {
    expect((await app.inject({ url: `/v1/audits?${query}` })).statusCode).toBe(400);
  });

  it('is closed to whoever reads figures alone', async () => {
    for (const as of ['board-viewer', 'analyst', 'action-owner', 'external-reviewer'])
      expect((await app.inject({ url: '/v1/audits', headers: { as } })).statusCode).toBe(403);
  });
});

describe('who grades', () => {
  const [auditor, moderator] = ['auditor', 'moderator'].map((name) => derivedId('person', name));
  const ask = (url: string, as: string, person = derivedId('person', 'colleague')) =>
    app.inject({ url, headers: { as, person } });
  const LIST = `/v1/audits?cycle=${CYCLE_OF_35.id}&limit=500`;
  const AUDIT = `/v1/audits/${CYCLE_OF_35.audit(4)}`;
  const TOLD = ['qa-lead', 'caldicott-guardian', 'inspector'];
  const NOT_TOLD = ['auditor', 'moderator', 'service-leader', 'auditor,moderator,service-leader'];

  it.each(NOT_TOLD)('is refused to a colleague as %s who asks whose audits are whose', async (as) => {
    for (const filter of [`auditor=${auditor}`, `moderator=${moderator}`]) {
      const answer = await ask(`/v1/audits?${filter}`, as);
      expect(answer.json()).toMatchObject({ status: 403, code: 'not-yours' });
      expect(answer.json<{ detail: string }>().detail).toContain(filter.split('=')[0]);
    }
  });

  it.each(NOT_TOLD)('is nowhere in what a colleague as %s reads of cases and their grades', async (as) => {
    const paths = [LIST, AUDIT, `${AUDIT}/history`, '/v1/children/C0004/record', `/v1/re-audits/${RE_AUDIT}`];
    const lists = [`${AUDIT}/grades`, '/v1/agreement/cases', '/v1/grading-distribution/cases'];
    for (const url of [...paths, ...lists]) {
      const answer = await ask(url, as);
      expect(answer.statusCode).toBe(200);
      for (const person of [auditor!, moderator!]) expect(answer.body).not.toContain(person);
    }
    const { items } = (await ask(LIST, as)).json<Listed>();
    expect(new Set(items.map((one) => one['auditor']))).toEqual(new Set(['somebody-else']));
    // Within a case it stays to be seen that two people graded it.
    const record = (await ask(`${AUDIT}/history`, as)).json<Listed>().items;
    const told = (type: string): unknown => record.find((one) => one['type'] === type)!['facts'];
    expect(told('CaseGraded')).toMatchObject({ auditor: 'grader-1' });
    expect(told('GradeModerated')).toMatchObject({ moderator: 'grader-2' });
  });

  it('is told to themselves, and they can ask for what is theirs', async () => {
    expect(
      (await ask(`/v1/audits?auditor=${auditor}&limit=500`, 'auditor', auditor)).json<Listed>().items,
    ).toHaveLength(35);
    expect((await ask(AUDIT, 'auditor', auditor)).json()).toMatchObject({ auditor });
    expect((await ask(`${AUDIT}/history`, 'auditor', auditor)).body).not.toContain(moderator);
    expect((await ask(`/v1/audits?moderator=${moderator}`, 'auditor', auditor)).statusCode).toBe(403);
  });

  it.each(TOLD)('is told to the role %s', async (as) => {
    expect((await ask(`/v1/audits?auditor=${auditor}&limit=500`, as)).json<Listed>().items).toHaveLength(35);
    expect((await ask(AUDIT, as)).json()).toMatchObject({ auditor });
    expect((await ask(`${AUDIT}/history`, as)).body).toContain(moderator);
    expect((await ask(`/v1/re-audits/${RE_AUDIT}`, as)).json()).toMatchObject({ reAuditor: moderator });
  });
});

describe('an audit', () => {
  it('says where it stands, with the revision of its stream', async () => {
    const answer = await app.inject({ url: `/v1/audits/${CYCLE_OF_35.audit(4)}` });
    const events = await record.log.readStream(`${NORTHSHIRE}/case-audit-${CYCLE_OF_35.audit(4)}`);
    expect(answer.headers['etag']).toBe(`"${events.at(-1)?.revision}"`);
    expect(answer.json()).toMatchObject({ child: 'C0004', status: 'finalised', auditDue: '2021-04-26' });
  });

  it.each(['', '/history'])(
    'is not there in another authority, nor is what follows its address: "%s"',
    async (rest) => {
      const url = `/v1/audits/${CYCLE_OF_35.audit(4)}${rest}`;
      const answer = await app.inject({ url, headers: { authority: 'southshire' } });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not-found' });
    },
  );
});

it.each([
  `/v1/audits/${CYCLE_OF_35.audit(4)}`,
  `/v1/actions/${CYCLE_OF_35.action(2, 0)}`,
  `/v1/re-audits/${RE_AUDIT}`,
])('%s does not answer as of now who asks for it as of a day', async (url) => {
  const answer = await app.inject({ url: `${url}?asOf=2021-04-12` });
  expect([answer.statusCode, answer.json()]).toEqual([
    400,
    expect.objectContaining({ errors: [{ path: 'asOf', message: 'is not known here' }] }),
  ]);
});

describe('the history of an audit', () => {
  const url = `/v1/audits/${CYCLE_OF_35.audit(4)}/history`;

  it('holds the events of the audit, its action and its re-audit, with facts and without a word of narrative', async () => {
    const answer = await app.inject({ url });
    expect(answer.body).not.toContain(NARRATIVE);
    const { items, next } = answer.json<Listed>();
    expect(next).toBeNull();
    expect(items.map(({ type }) => type)).toEqual([
      'CaseSelected',
      'AuditorAllocated',
      'AuditStarted',
      'SectionGraded',
      'CaseGraded',
      'ActionSet',
      'GradeModerated',
      'AuditFinalised',
      'ActionReportedDone',
      'ActionVerified',
      'CaseSelectedForReAudit',
      'ReAuditorAllocated',
      'ActionChecked',
      'CaseReaudited',
    ]);
    expect(items[4]).toMatchObject({
      occurredAt: '2021-04-12T10:00:00.000Z',
      actor: derivedId('person', 'auditor'),
      streamKind: 'case-audit',
      facts: { grade: 'good' },
    });
  });

  it('comes in pages, and ends', async () => {
    const first = await list(`${url}?limit=13`);
    expect(first.items).toHaveLength(13);
    const after = encodeURIComponent(first.next!);
    expect((await list(`${url}?limit=13&after=${after}`)).items).toHaveLength(1);
    expect(await list(`${url}?after=${encodeURIComponent('~999999')}`)).toEqual({ items: [], next: null });
  });

  it('as known on a day ends with that day', async () => {
    expect((await list(`${url}?asOf=2021-04-12`)).items).toHaveLength(6);
    expect((await app.inject({ url: `${url}?asOf=2021-04-01` })).statusCode).toBe(404);
  });

  it.each([`2021-05-01~${CYCLE_OF_35.id}`, '~-1', `~${'9'.repeat(19)}`, 'x~1'])(
    'refuses the cursor %s, which it has not given out',
    async (cursor) => {
      const answer = await app.inject({ url: `${url}?after=${encodeURIComponent(cursor)}` });
      expect(answer.json()).toMatchObject({ status: 400, errors: [{ path: 'after' }] });
    },
  );
});

describe('the record of a child', () => {
  it('holds what happened in all of its audits', async () => {
    expect((await list('/v1/children/C0004/record')).items).toHaveLength(14);
  });

  it('is not there for a child of whom nothing is known, nor in another authority', async () => {
    for (const request of [
      { url: '/v1/children/C9999/record' },
      { url: '/v1/children/C0004/record', headers: { authority: 'southshire' } },
    ])
      expect((await app.inject(request)).json()).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('a re-audit', () => {
  it('shows both grades, a verdict for every action and the revision of its stream', async () => {
    const answer = await app.inject({ url: `/v1/re-audits/${RE_AUDIT}` });
    expect(answer.headers['etag']).toBe('"3"');
    expect(answer.json()).toEqual({
      id: RE_AUDIT,
      rule: 'chosen',
      due: '2021-04-30',
      audit: CYCLE_OF_35.audit(4),
      cycle: CYCLE_OF_35.id,
      child: 'C0004',
      status: 'graded',
      originalGrade: 'good',
      reAuditor: derivedId('person', 'moderator'),
      actions: [{ action: CYCLE_OF_35.action(4, 0), verdict: 'done' }],
      grade: 'outstanding',
    });
  });

  it('is not there under the id of an audit, nor in another authority', async () => {
    for (const request of [
      { url: `/v1/re-audits/${CYCLE_OF_35.audit(4)}` },
      { url: `/v1/re-audits/${RE_AUDIT}`, headers: { authority: 'southshire' } },
    ])
      expect((await app.inject(request)).statusCode).toBe(404);
  });
});
