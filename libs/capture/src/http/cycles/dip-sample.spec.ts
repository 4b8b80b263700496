import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, workbookOf } from '#annex-a/testing';
import { SHIPPED_TOOLS } from '#audit-cycle';
import { auditId, shippedToolId } from '#authority-setup';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, form, type Answered } from '../../testing/capture-app.js';

const { lead, anna } = PEOPLE;
let app: CaptureApp;
let cycle: string;
let audits: readonly string[];

interface Item {
  readonly id: string;
  readonly recorded: boolean;
  readonly code?: string;
}

const itemsOf = ({ body }: Answered): readonly Item[] => body['items'] as unknown as readonly Item[];

async function done(asked: Promise<Answered>): Promise<Answered> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

const contacts = (): Promise<Uint8Array> =>
  workbookOf({
    List_1: listOf(1, [
      { 'Child Unique ID': 'C-1', 'Date of Contact': new Date('2026-02-10T00:00:00Z') },
      { 'Child Unique ID': 'C-2', 'Date of Contact': new Date('2026-01-10T00:00:00Z') },
      { 'Child Unique ID': 'C-3', 'Date of Contact': new Date('2024-01-10T00:00:00Z') },
    ]),
  });

const planned = (kind: string): Promise<Answered> =>
  done(
    app.post(lead, '/v1/cycles', {
      title: 'Contacts of this winter',
      kind,
      period: { from: '2026-03-01', to: '2026-04-30' },
      cohorts: ['contact'],
      tool: { id: shippedToolId(app.work.authority, 'dip-sample'), version: 1 },
      targetSize: 2,
    }),
  );

const importing = async (into: string, fields: Readonly<Record<string, string>>): Promise<Answered> => {
  const { body, headers } = form(await contacts(), { asAt: '2026-02-28', ...fields });
  return app.post(lead, `/v1/cycles/${into}/population`, body, headers);
};

beforeAll(async () => {
  app = await CaptureApp.begin();
  cycle = (await planned('dip-sample')).body.id;
  await done(importing(cycle, { of: 'contacts' }));
  await done(app.post(lead, `/v1/cycles/${cycle}/sample`, { size: 2 }));
  await done(app.post(lead, `/v1/cycles/${cycle}/open`, undefined, { prefer: 'wait' }));
  audits = [auditId(cycle, 0), auditId(cycle, 1)];
  for (const audit of audits) await done(app.post(lead, `/v1/audits/${audit}/allocation`, { auditor: anna }));
});
afterAll(() => app.end());

const ANSWERS = [
  { section: 'last-seen', date: '2026-02-01' },
  { section: 'timeliness', choice: 'in-time' },
  { section: 'decision-recorded', yes: true },
  { section: 'child-in-it', yes: false },
  { section: 'right-response', grade: 'good' },
  { section: 'note', text: 'Somebody should look at the delay.' },
];
const GRADE = { grade: 'good', rationale: 'Right and in time.', noActionReason: 'nothing-to-mend' };

describe('a dip sample', () => {
  it('draws from the contacts of the period that it reviews, and says what it left out', async () => {
    const { body } = await app.get(lead, `/v1/cycles/${cycle}/sample`);
    expect(body).toMatchObject({ children: 2, sample: { strata: [{ stratum: 'contact', inFrame: 2 }] } });
  });

  it('alone may: another kind of cycle is refused such a population', async () => {
    const other = (await planned('thematic')).body.id;
    const head = await app.head();
    const refused = await importing(other, { of: 'contacts' });
    expect([refused.status, refused.body.code]).toEqual([422, 'population-not-for-kind']);
    expect(await app.head()).toBe(head);
    expect((await importing(other, { of: 'visits' })).status).toBe(400);
  });

  it('is filled in as a grid: each answer is recorded or refused for itself, and the answers come in order', async () => {
    const stranger = randomUUID();
    const cases = [
      { audit: audits[0], start: true, answers: ANSWERS, grade: GRADE },
      { audit: stranger, answers: [ANSWERS[0]] },
      {
        audit: audits[1],
        start: true,
        answers: [{ section: 'last-seen', yes: true }, { section: 'no-such-section', yes: true }, ANSWERS[1]],
        grade: GRADE,
      },
    ];
    const key = { 'idempotency-key': 'the-grid-of-a-test' };
    const items = itemsOf(await done(app.post(anna, '/v1/audits/grid', { cases }, key)));
    const told = items.map(({ id, recorded, code }) => [id, recorded ? 'recorded' : code]);
    expect(told).toEqual([
      ...Array.from({ length: ANSWERS.length + 2 }, () => [audits[0], 'recorded']),
      [stranger, 'not-found'],
      [audits[1], 'recorded'],
      [audits[1], 'answer-does-not-fit'],
      [audits[1], 'unknown-section'],
      [audits[1], 'recorded'],
      [audits[1], 'incomplete'],
    ]);
    const head = await app.head();
    expect(itemsOf(await done(app.post(anna, '/v1/audits/grid', { cases }, key)))).toEqual(items);
    expect(await app.head()).toBe(head);
  });

  it('keeps an answer in words as narrative, and never among the facts', async () => {
    const { events } = await app.work.log.readAll(app.work.authority, {
      filter: { types: ['SectionGraded'] },
    });
    const facts = Buffer.concat(events.map(({ factsBytes }) => factsBytes)).toString('utf8');
    expect(events.length).toBeGreaterThanOrEqual(ANSWERS.length);
    expect(facts).toContain('"kind":"text"');
    expect(facts).not.toContain('look at the delay');
  });

  it.each([
    ['no answer', [{ section: 'last-seen' }]],
    ['two answers', [{ section: 'last-seen', date: '2026-02-01', yes: true }]],
    ['a day that is none', [{ section: 'last-seen', date: '2026-02-30' }]],
    ['a section without a name', [{ yes: true }]],
  ])('refuses a whole grid in which a cell has %s: nothing of it is recorded', async (_, answers) => {
    const head = await app.head();
    const refused = await app.post(anna, '/v1/audits/grid', {
      cases: [
        { audit: audits[1], answers: [ANSWERS[2]] },
        { audit: audits[1], answers },
      ],
    });
    expect(refused.status).toBe(400);
    expect(await app.head()).toBe(head);
  });
});

describe('what becomes of a cycle', () => {
  const at = (): string => `/v1/cycles/${cycle}`;
  const WHY = { reasonCode: 'sickness', reason: 'An auditor was away.' };

  it('its deadline moves to a later day and to no other', async () => {
    const same = await app.post(lead, `${at()}/deadline`, { to: '2026-04-30', ...WHY });
    expect([same.status, same.body.code]).toEqual([409, 'not-later']);
    await done(app.post(lead, `${at()}/deadline`, { to: '2026-05-15', ...WHY }));
    expect((await app.post(anna, `${at()}/deadline`, { to: '2026-06-15', ...WHY })).status).toBe(403);
  });

  it('its findings are published when it is closed, its learning is shared before that as well', async () => {
    const findings = { on: '2026-03-02', summary: 'Contacts are answered in time.' };
    const learning = { with: 'all-teams', how: 'briefing', text: 'Write down who decided.' };
    await done(app.post(lead, `${at()}/learning`, learning));
    const early = await app.post(lead, `${at()}/findings`, findings);
    expect([early.status, early.body.code]).toEqual([409, 'not-closed']);
    await done(app.post(lead, `${at()}/close`, WHY));
    await done(app.post(lead, `${at()}/findings`, findings));
    const again = await app.post(lead, `${at()}/findings`, findings);
    expect([again.status, again.body.code]).toEqual([409, 'already-published']);
    await done(app.post(lead, `${at()}/learning`, learning));
  });

  it('it was made with the tool that the product ships for it', () => {
    expect(SHIPPED_TOOLS['dip-sample'].sections.map(({ code }) => code)).toEqual(
      ANSWERS.map(({ section }) => section),
    );
  });
});
