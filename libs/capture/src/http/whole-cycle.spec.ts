import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateAnnexA, writeWorkbook } from '#annex-a';
import { CORE_PRACTICE_AUDIT, DEFAULT_POLICY, type Frame, type Sample } from '#audit-cycle';
import { auditId, corePracticeAuditId } from '#authority-setup';
import { factsOf, sha256Hex } from '#event-log';
import { drawSample } from '#population';
import { PEOPLE } from '../testing/authority-at-work.js';
import { CaptureApp, CHIEF, form, type Answered } from '../testing/capture-app.js';

const { lead, anna, mo, tim } = PEOPLE;
const WAIT = { prefer: 'wait' };
let app: CaptureApp;
beforeAll(async () => {
  app = await CaptureApp.begin();
});
afterAll(() => app.end());

/** What was recorded; a refusal fails the test with its reason. */
const recorded = async (answer: Promise<Answered>): Promise<Answered['body']> => {
  const { status, body } = await answer;
  if (status > 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};

const lists = (): Promise<Uint8Array> =>
  writeWorkbook(
    generateAnnexA({
      seed: 7,
      asAt: '2026-02-28',
      cohorts: { childInNeed: 6, childProtection: 3, inCare: 3, careExperienced: 0 },
      teams: [{ name: 'West', workers: ['WOOD, Wendy', 'ASH, Ann'] }],
    }),
  );

interface SampleBody {
  readonly sample: Sample;
  readonly cases: number;
  readonly children: number;
  readonly precision: { readonly inWords: string };
}

describe('a cycle, from the plan to its closing, by nothing but HTTP', () => {
  it('goes its whole way', async () => {
    const wendy = await recorded(
      app.post(lead, '/v1/people', {
        name: 'Wendy Wood',
        caseSystemName: 'WOOD, Wendy',
        on: '2026-01-05',
        roles: ['practitioner', 'action-owner'],
        memberships: [{ team: 'West', from: '2026-01-05' }],
        lineManagers: [{ manager: tim, from: '2026-01-05' }],
      }),
    );
    const ruth = await recorded(
      app.post(lead, '/v1/people', { name: 'Ruth Rowe', on: '2026-01-05', roles: ['auditor'] }),
    );
    await recorded(app.post(lead, `/v1/people/${anna}/approval`));

    // Without the hidden draw, so that what is moderated is what this test asks for.
    const moderation = { ...DEFAULT_POLICY.moderation, randomSharePercent: 0 };
    await recorded(app.post(lead, '/v1/policy', { ...DEFAULT_POLICY, version: 2, moderation }));
    const cycle = await recorded(
      app.post(lead, '/v1/cycles', {
        title: 'Core audit, March and April 2026',
        kind: 'core',
        period: { from: '2026-03-01', to: '2026-04-30' },
        cohorts: ['child-in-need', 'child-protection', 'in-care'],
        tool: { id: corePracticeAuditId(app.work.authority), version: 1 },
        targetSize: 3,
      }),
    );
    const at = `/v1/cycles/${cycle.id}`;

    const file = form(await lists(), { asAt: '2026-02-28' });
    const population = await app.post(lead, `${at}/population`, file.body, file.headers);
    expect(population.status).toBe(200);
    expect(population.body).toMatchObject({
      report: { totals: { children: 12 }, reconciliation: expect.any(String) },
      unmatchedWorkers: [{ name: 'ASH, Ann', children: expect.any(Number) }],
    });

    const drawn = await app.post(lead, `${at}/sample`, { size: 3 });
    const { sample, cases, children, precision } = drawn.body as unknown as SampleBody;
    expect({ cases, children, source: sample.seedSource }).toEqual({
      cases: 3,
      children: 12,
      source: 'server',
    });
    expect(precision.inWords).toContain('sampling error only');
    expect((await app.get(lead, `${at}/sample`)).body).toMatchObject({ sample, precision });

    const frame = await app.http.inject({
      url: `${at}/frame`,
      headers: { 'x-touchstone-authority': app.work.authority, 'x-touchstone-person': lead },
    });
    expect(sha256Hex(frame.rawPayload)).toBe(sample.frame);
    expect(frame.headers['repr-digest']).toBe(
      `sha-256=:${Buffer.from(sample.frame, 'hex').toString('base64')}:`,
    );
    const frozen = JSON.parse(frame.body) as Frame;
    const again = drawSample({ ...sample, frame: frozen, frameDigest: sha256Hex(frame.body) }, sha256Hex);
    expect(again).toEqual({ ok: true, sample });
    const workers = frozen.entries.map(({ worker }) => worker);
    expect(new Set(workers)).toEqual(new Set([wendy.id, null]));

    const opened = await app.post(lead, `${at}/open`, undefined, WAIT);
    expect(opened.headers['preference-applied']).toBe('wait');
    const [first, second, third] = sample.strata
      .flatMap(({ chosen }) => chosen)
      .map((index) => auditId(cycle.id, index)) as [string, string, string];

    for (const audit of [first, second]) await grade(audit, audit === first ? 'good' : 'inadequate');
    const action = await anAction(first, wendy.id);
    await recorded(app.post(lead, `/v1/audits/${first}/moderation-request`, { reason: 'A new team.' }));
    for (const audit of [first, second]) await moderate(audit);
    await recorded(
      app.post(lead, `/v1/audits/${third}/withdrawal`, { reasonCode: 'duplicate-record', replace: false }),
    );

    await followUp(action, wendy.id);
    const reAudit = await recorded(
      app.post(lead, '/v1/re-audits', { audit: first, reasonCode: 'team-asked' }),
    );
    const retest = `/v1/re-audits/${reAudit.id}`;
    await recorded(app.post(lead, `${retest}/allocation`, { reAuditor: ruth.id }));
    await recorded(
      app.post(ruth.id, `${retest}/checks`, { action, verdict: 'done', evidence: 'Seen in the plan.' }),
    );
    await recorded(
      app.post(ruth.id, `${retest}/grade`, { grade: 'outstanding', rationale: 'Much has changed.' }),
    );
    await recorded(app.post(lead, `${at}/close`));

    const { events } = await app.work.log.readAll(app.work.authority, { limit: 10_000 });
    expect(
      events.filter(({ header }) => header.type === 'AuditFinalised').map((event) => factsOf(event)),
    ).toEqual([
      expect.objectContaining({
        grade: 'requires-improvement',
        lineage: {
          ...{ submitted: 'good', resubmitted: null },
          ...{ moderated: 'requires-improvement', settled: null },
        },
      }),
      expect.objectContaining({
        grade: 'inadequate',
        lineage: {
          ...{ submitted: 'inadequate', resubmitted: null },
          ...{ moderated: 'inadequate', settled: null },
        },
      }),
    ]);
    expect(events.at(-1)!.header.type).toBe('CycleClosed');
  });

  it('shows who joined at the address that joining answers, with the revision to send in If-Match', async () => {
    const body = { name: 'Lola Law', caseSystemName: 'LAW, Lola', on: '2026-01-05', roles: ['auditor'] };
    const joined = await app.post(lead, '/v1/people', body);
    const address = String(joined.headers['location']);
    const shown = await app.get(lead, address);
    expect([shown.status, shown.headers['etag']]).toEqual([200, joined.headers['etag']]);
    expect(shown.body).toMatchObject({
      ...{ id: joined.body.id, name: 'Lola Law', caseSystemName: 'LAW, Lola' },
      ...{ roles: ['auditor'], joined: '2026-01-05', left: null },
    });
    expect((await app.get(tim, address)).body).not.toHaveProperty('caseSystemName');
    const change = { 'if-match': String(shown.headers['etag']) };
    expect((await app.post(lead, `${address}/roles`, { roles: [] }, change)).status).toBe(200);
    expect((await app.post(lead, `${address}/roles`, { roles: [] }, change)).status).toBe(412);
  });

  it('keeps names out of the record, and corrects and erases them', async () => {
    const person = await recorded(app.post(lead, '/v1/people', { name: 'Zora Zed', on: '2026-01-05' }));
    const named = async (): Promise<unknown> =>
      (
        (await app.get(lead, '/v1/people')).body as unknown as {
          people: { id: string; name: string | null }[];
        }
      ).people.find(({ id }) => id === person.id)?.name;
    expect(await named()).toBe('Zora Zed');
    const name = `/v1/people/${person.id}/name`;
    const { authority } = app.work;
    expect((await app.send('PUT', lead, name, { name: 'Zora Zeit' }, {}, authority)).status).toBe(204);
    expect(await named()).toBe('Zora Zeit');
    expect((await app.send('DELETE', lead, name, undefined, {}, authority)).status).toBe(403);
    expect((await app.send('DELETE', CHIEF, name, undefined, {}, authority)).status).toBe(204);
    expect(await named()).toBeNull();
    const { events } = await app.work.log.readAll(authority, { limit: 10_000 });
    const record = events.map(({ factsBytes, headerBytes }) =>
      Buffer.concat([factsBytes, headerBytes]).toString('utf8'),
    );
    expect(record.join()).not.toMatch(/Zora|Wendy|WOOD/);
  });
});

async function grade(audit: string, overall: string): Promise<void> {
  const at = `/v1/audits/${audit}`;
  await recorded(app.post(lead, `${at}/allocation`, { auditor: anna }));
  await recorded(app.post(anna, `${at}/start`));
  for (const { code, answer } of CORE_PRACTICE_AUDIT.sections) {
    expect(answer.kind).toBe('grade');
    await recorded(
      app.post(anna, `${at}/sections/${code}`, { grade: overall, evidence: 'As the record shows.' }),
    );
  }
  for (const voice of ['child', 'family']) {
    await recorded(
      app.post(anna, `${at}/voices`, { voice, obtained: true, text: 'They come when they say.' }),
    );
  }
  await recorded(
    app.post(anna, `${at}/voices`, { voice: 'practitioner', obtained: false, reasonCode: 'on-leave' }),
  );
  await recorded(
    app.post(anna, `${at}/practice-discussion`, {
      held: true,
      on: '2026-03-02',
      with: [tim],
      notes: 'Calm and open.',
    }),
  );
  const noAction = overall === 'inadequate' ? { noActionReason: 'already-under-way' } : {};
  if (overall !== 'inadequate') await setAction(audit, tim, []);
  await recorded(
    app.post(anna, `${at}/grade`, {
      grade: overall,
      rationale: 'On balance.',
      strengths: ['planning'],
      ...noAction,
    }),
  );
}

const setActions: string[] = [];

async function setAction(audit: string, owner: string, openActionsSeen: readonly string[]): Promise<string> {
  const action = await recorded(
    app.post(anna, `/v1/audits/${audit}/actions`, {
      owner,
      priority: 'high',
      kind: 'compliance',
      text: 'Write the plan with the family.',
      theme: 'planning',
      openActionsSeen,
    }),
  );
  setActions.push(action.id);
  return action.id;
}

/** A second action, which the child's open one has to be looked at for. It is cancelled again; the first stays. */
async function anAction(audit: string, owner: string): Promise<string> {
  const [first] = setActions as [string];
  const unseen = await app.post(lead, `/v1/audits/${audit}/actions`, {
    owner,
    priority: 'urgent',
    kind: 'impact',
    text: 'Visit every week.',
    openActionsSeen: [],
  });
  expect([unseen.status, unseen.body.code]).toEqual([409, 'open-actions-not-shown']);
  const second = await setAction(audit, owner, [first]);
  await recorded(
    app.post(lead, `/v1/actions/${second}/cancellation`, {
      reasonCode: 'duplicate',
      reason: 'The first one says so.',
    }),
  );
  return first;
}

async function moderate(audit: string): Promise<void> {
  const at = `/v1/audits/${audit}`;
  const twice = await app.post(anna, `${at}/grade`, { grade: 'outstanding', rationale: 'Better still.' });
  expect([twice.status, twice.body.code]).toEqual([409, 'already-graded']);
  const own = await app.post(lead, `${at}/moderator`, { moderator: anna });
  expect([own.status, own.body.code]).toEqual([422, 'own-audit']);
  const early = await app.post(mo, `${at}/finalisation`);
  expect([early.status, early.body.code]).toEqual([409, 'moderation-outstanding']);
  await recorded(app.post(lead, `${at}/moderator`, { moderator: mo }));
  const upheld = { grade: 'inadequate', manner: 'blind' };
  const changed = {
    grade: 'requires-improvement',
    manner: 'seen',
    reasonCode: 'drift-overlooked',
    reason: 'Six months without a plan.',
  };
  const graded = await app.post(mo, `${at}/moderation`, upheld);
  if (graded.status !== 200) {
    await recorded(app.post(mo, `${at}/moderation`, changed));
    const disputable = await app.post(mo, `${at}/finalisation`);
    expect([disputable.status, disputable.body.code]).toEqual([409, 'dispute-open']);
    app.work.now = '2026-03-09T09:00:00.000Z';
  }
  await recorded(app.post(mo, `${at}/finalisation`));
}

/** The whole life of an action: handed on, moved, accepted, done, found wanting, done again, verified. */
async function followUp(action: string, owner: string): Promise<void> {
  const at = `/v1/actions/${action}`;
  await recorded(app.post(lead, `${at}/owner`, { to: owner, reasonCode: 'closer-to-the-case' }));
  const later = { to: '2026-03-20', reasonCode: 'school-holiday', reason: 'Away.' };
  const former = await app.post(tim, `${at}/due-date`, later);
  expect([former.status, former.body.code]).toEqual([403, 'own-due-date']);
  await recorded(app.post(lead, `${at}/due-date`, later));
  await recorded(app.post(owner, `${at}/acceptance`));
  await recorded(app.post(owner, `${at}/done`, { doneOn: '2026-03-02', evidence: 'The plan is signed.' }));
  await recorded(
    app.post(mo, `${at}/reopening`, { reasonCode: 'not-signed', reason: 'One signature is missing.' }),
  );
  await recorded(app.post(owner, `${at}/done`, { doneOn: '2026-03-02', evidence: 'Now it is.' }));
  const own = await app.post(owner, `${at}/verification`, { verdict: 'done', method: 'record-checked' });
  expect([own.status, own.body.code]).toEqual([403, 'not-permitted']);
  await recorded(
    app.post(mo, `${at}/verification`, { verdict: 'done', method: 'record-checked', evidence: 'Seen.' }),
  );
}
