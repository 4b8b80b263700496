import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CORE_PRACTICE_AUDIT, DEFAULT_POLICY } from '#audit-cycle';
import { auditId } from '#authority-setup';
import { factsOf } from '#event-log';
import { PEOPLE } from '../../testing/authority-at-work.js';
import { CaptureApp, CHIEF, type Answered } from '../../testing/capture-app.js';

const { lead, anna, mo, tim } = PEOPLE;
let app: CaptureApp;
let audit: string;
let wendy: string;
let pat: string;
let ruth: string;

const recorded = async (answer: Promise<Answered>): Promise<Answered['body']> => {
  const { status, body } = await answer;
  if (status > 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
};
const joined = async (name: string, ...roles: readonly string[]): Promise<string> =>
  (await recorded(app.post(lead, '/v1/people', { name, on: '2026-01-05', roles }))).id;
const say = (by: string, path: string, body?: object): Promise<Answered['body']> =>
  recorded(app.post(by, `/v1/audits/${audit}/${path}`, body));
const WHY = { reasonCode: 'a-reason', reason: 'In words.' };

beforeAll(async () => {
  app = await CaptureApp.begin();
  wendy = await joined('Wendy Wood', 'practitioner');
  pat = await joined('Pat Peel', 'auditor', 'moderator');
  ruth = await joined('Ruth Rowe', 'moderator');
  await recorded(app.post(lead, `/v1/people/${wendy}/memberships`, { team: 'North', from: '2026-01-05' }));
  const moderation = { ...DEFAULT_POLICY.moderation, randomSharePercent: 100, grades: [] };
  await recorded(app.post(lead, '/v1/policy', { ...DEFAULT_POLICY, version: 2, moderation }));
  audit = auditId(await app.work.openCycle(4, 4), 0);
});
afterAll(() => app.end());

async function answerEverything(by: string): Promise<void> {
  for (const { code } of CORE_PRACTICE_AUDIT.sections) await say(by, `sections/${code}`, { grade: 'good' });
  for (const voice of CORE_PRACTICE_AUDIT.voices) {
    await say(by, 'voices', { voice, obtained: true, text: 'They come.', consentToQuote: voice === 'child' });
  }
  await say(by, 'practice-discussion', { held: false, reasonCode: 'on-leave' });
}

const submit = (by: string): Promise<Answered['body']> =>
  say(by, 'grade', { grade: 'good', rationale: 'On balance.', noActionReason: 'none-needed' });

describe('an audit that comes to everything, by nothing but HTTP', () => {
  it('goes its whole way', async () => {
    const raised = await say(lead, 'immediate-risk', {
      risk: 'left-alone',
      escalateTo: tim,
      concern: 'Nobody has seen the child since Friday.',
    });
    expect(raised).toMatchObject({ toDoNow: expect.stringMatching(/manager now.*emergency duty team/) });

    await say(lead, 'allocation', { auditor: anna });
    await say(lead, 'deadline', { to: '2026-04-30', ...WHY });
    await say(anna, 'start');
    await say(anna, 'sections/safety', { grade: 'good' });
    await say(anna, 'conflict', { relationship: 'personal' });
    await say(lead, 'auditor-replacement', { auditor: pat, ...WHY });
    await answerEverything(pat);
    await submit(pat);

    await say(lead, 'missed-moderation', WHY);
    await say(lead, 'moderator', { moderator: mo });
    await say(lead, 'return', WHY);
    await submit(pat);
    await say(lead, 'moderator', { moderator: mo, manner: 'seen' });
    await say(lead, 'moderator-replacement', { moderator: ruth, ...WHY });
    await say(ruth, 'moderation-discussion', { on: '2026-03-02', with: [pat] });
    await say(ruth, 'moderation', {
      grade: 'inadequate',
      manner: 'seen',
      ...WHY,
      sections: [{ section: 'safety', grade: 'inadequate', reasonCode: 'not-seen' }],
    });
    await say(pat, 'dispute', { grade: 'good', reason: 'The child was seen.' });
    await say(lead, 'settlement', { panel: [anna, mo], grade: 'requires-improvement', ...WHY }).then(
      () => expect('a settlement by somebody who had worked on it').toBe('refused'),
      (error: Error) => expect(error.message).toContain('own-audit'),
    );
    await say(lead, 'settlement', { panel: [tim, mo], grade: 'requires-improvement', ...WHY });
    await say(lead, 'correction', { field: 'team', to: 'South', ...WHY });
    await say(lead, 'correction', { field: 'team', to: 'North', ...WHY });
    await say(lead, 'finalisation');
    await say(wendy, 'comments', {
      role: 'practitioner',
      accurate: 'partly',
      comment: 'One visit is missing.',
    });
    await say(pat, 'feedback', { to: [wendy], on: '2026-03-02' });
    await say(CHIEF, 'legal-hold', { reasonCode: 'serious-case-review' });
    await say(CHIEF, 'legal-hold-release', WHY);

    const { events } = await app.work.log.readAll(app.work.authority, { limit: 10_000 });
    const own = events.filter(({ header }) => header.stream.endsWith(audit));
    expect(own.map(({ header }) => header.type).filter((type) => !/^(Section|Voice)/.test(type))).toEqual([
      'CaseSelected',
      'ImmediateRiskRaised',
      'AuditorAllocated',
      'AuditDeadlineExtended',
      'AuditStarted',
      'ConflictDeclared',
      'AuditorReplaced',
      'PracticeDiscussionHeld',
      'CaseGraded',
      'ModerationRequired',
      'ModerationRequired',
      'ModerationMissed',
      'ModeratorAllocated',
      'AuditReturned',
      'CaseGraded',
      'ModeratorAllocated',
      'ModeratorReplaced',
      'ModerationDiscussionHeld',
      'GradeModerated',
      'GradeDisputed',
      'GradeSettled',
      'CorrectionMade',
      'CorrectionMade',
      'AuditFinalised',
      'PractitionerCommented',
      'FeedbackGiven',
      'LegalHoldSet',
      'LegalHoldReleased',
    ]);
    const factsOfType = (type: string): readonly unknown[] =>
      own.filter(({ header }) => header.type === type).map((event) => factsOf(event));
    expect(factsOfType('ModerationRequired')).toEqual([{ rule: 'random' }, { rule: 'unapproved-auditor' }]);
    expect(factsOfType('ModeratorAllocated')).toMatchObject([{ manner: 'blind' }, { manner: 'seen' }]);
    expect(factsOfType('AuditFinalised')).toMatchObject([
      {
        grade: 'requires-improvement',
        lineage: {
          submitted: 'good',
          resubmitted: 'good',
          moderated: 'inadequate',
          settled: 'requires-improvement',
        },
      },
    ]);
  });
});

describe('what does not fit is refused before anything is decided, and nothing is recorded', () => {
  const long = 'x'.repeat(2001);
  it.each([
    ['auditor-replacement', { auditor: 'anna', ...WHY }],
    ['auditor-replacement', { ...WHY }],
    ['auditor-replacement', { auditor: anna, reasonCode: 'a-reason' }],
    ['auditor-replacement', { auditor: anna, reasonCode: 'a-reason', reason: long }],
    ['deadline', { to: 'soon', ...WHY }],
    ['deadline', { ...WHY }],
    ['conflict', { relationship: 'friend' }],
    ['conflict', {}],
    ['conflict', { relationship: 'personal', person: anna }],
    ['immediate-risk', { risk: 'left-alone', concern: 'x' }],
    ['immediate-risk', { risk: 'x'.repeat(61), escalateTo: tim, concern: 'x' }],
    ['immediate-risk', { risk: 'left-alone', escalateTo: tim, concern: 'x'.repeat(10_001) }],
    ['moderator', { moderator: mo, manner: 'half' }],
    ['moderator-replacement', { moderator: 7, ...WHY }],
    ['moderation', { grade: 'good', manner: 'seen', sections: [{ section: 'safety' }] }],
    ['moderation-discussion', { on: '2026-03-02', with: [] }],
    ['missed-moderation', { reasonCode: 'a-reason' }],
    ['return', { reason: 'In words.' }],
    ['dispute', { grade: 'best', reason: 'x' }],
    ['settlement', { panel: [], grade: 'good', ...WHY }],
    ['settlement', { panel: [mo, 'pat'], grade: 'good', ...WHY }],
    ['comments', { role: 'neighbour', accurate: 'yes' }],
    ['comments', { role: 'practitioner' }],
    ['feedback', { to: [], on: '2026-03-02' }],
    ['feedback', { to: [mo], on: '2026-02-30' }],
    ['correction', { field: 'stratum', to: 'x', ...WHY }],
    ['correction', { field: 'team', ...WHY }],
    ['legal-hold', {}],
    ['legal-hold-release', { reasonCode: 'a-reason' }],
  ])('%s with %j', async (path, body) => {
    const head = await app.head();
    const answer = await app.post(CHIEF, `/v1/audits/${audit}/${path}`, body);
    const byLead = answer.status === 403 ? await app.post(lead, `/v1/audits/${audit}/${path}`, body) : answer;
    const last = byLead.status === 403 ? await app.post(pat, `/v1/audits/${audit}/${path}`, body) : byLead;
    expect([last.status, last.body.code]).toEqual([400, 'invalid-input']);
    expect(await app.head()).toBe(head);
  });
});
