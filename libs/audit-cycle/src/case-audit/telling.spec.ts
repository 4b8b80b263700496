import { describe, it } from '@jest/globals';
import { CLOSED, DRAWN, IMPORTED, OPENED, PLANNED, cycleAfter } from '../testing/a-cycle.js';
import { given } from '../testing.js';
import {
  FED_BACK,
  FINALISED,
  GRADED,
  MISSED,
  MODERATION_REQUIRED,
  REASON,
  SELECTED,
  TO_MODERATE,
  by,
} from '../testing/an-audit.js';
import type { CommentOnAccuracy } from './commands.js';
import { caseAudit } from './decider.js';

const risk = {
  type: 'RaiseImmediateRisk',
  risk: 'left-alone',
  escalateTo: 'manager',
  referredOnly: false,
  concern: 'Nobody has seen the child since Friday.',
} as const;
const raised = {
  type: 'ImmediateRiskRaised',
  facts: { risk: 'left-alone', by: 'auditor', referredOnly: false, escalateTo: 'manager' },
  narrative: { concern: 'Nobody has seen the child since Friday.' },
} as const;
const allegation = {
  type: 'RaiseImmediateRisk',
  risk: 'allegation',
  escalateTo: 'leader',
  referredOnly: true,
} as const;
const comment = (role: CommentOnAccuracy['role']) =>
  ({ type: 'CommentOnAccuracy', role, accurate: 'partly', comment: 'Two visits are missing.' }) as const;
const feedback = { type: 'GiveFeedback', to: ['worker'], on: '2026-04-13' } as const;
const FINAL = [...GRADED, FINALISED];

describe('An immediate risk', () => {
  it('is raised before anything else is done, for somebody else to act on', () => {
    given(caseAudit, [SELECTED]).when(risk, by('auditor')).then(raised);
  });

  it('that is an allegation about staff is passed on without a word of it, outside the team and the line', () => {
    given(caseAudit, GRADED)
      .when(allegation, by('moderator'))
      .then({
        type: 'ImmediateRiskRaised',
        facts: { risk: 'allegation', by: 'moderator', referredOnly: true, escalateTo: 'leader' },
        narrative: null,
      });
    given(caseAudit, GRADED)
      .when({ ...allegation, concern: 'He shouted.' }, by('moderator'))
      .thenRefused('allegation-described');
    given(caseAudit, GRADED)
      .when({ ...allegation, risk: 'shouted-at-child' }, by('moderator'))
      .thenRefused('allegation-described');
    given(caseAudit, GRADED)
      .when({ ...allegation, referredOnly: false, concern: 'He shouted.' }, by('moderator'))
      .thenRefused('allegation-described');
    given(caseAudit, GRADED)
      .when({ ...allegation, referredOnly: false }, by('moderator'))
      .thenRefused('allegation-described');
    given(caseAudit, GRADED)
      .when({ ...allegation, escalateTo: 'manager' }, by('moderator'))
      .thenRefused('supervises-worker');
    given(caseAudit, GRADED)
      .when({ ...allegation, escalateTo: 'colleague' }, by('moderator'))
      .thenRefused('own-team');
  });

  it.each([
    ['without words', { concern: ' ' }, 'concern-missing'],
    ['to oneself', { escalateTo: 'auditor' }, 'own-escalation'],
    ['to somebody who has left', { escalateTo: 'leaver' }, 'person-not-here'],
    ['to nobody of the directory', { escalateTo: 'stranger' }, 'person-not-here'],
    ["to the child's own worker", { escalateTo: 'worker' }, 'own-case'],
    ['in words for a code', { risk: 'Left alone' }, 'code-malformed'],
  ])('is not raised %s', (_, change, code) => {
    given(caseAudit, GRADED)
      .when({ ...risk, ...change }, by('auditor'))
      .thenRefused(code);
  });

  it('is raised by who audits, moderates, leads or reviews from outside', () => {
    given(caseAudit, GRADED).when(risk, by('leader')).thenRefused('not-permitted');
    given(caseAudit, GRADED)
      .when(risk, by('reviewer', { actor: { person: 'reviewer', roles: ['external-reviewer'] } }))
      .then({ ...raised, facts: { ...raised.facts, by: 'reviewer' } });
  });

  it('is raised also of what is final, in a cycle that is closed', () => {
    const closed = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED);
    given(caseAudit, FINAL)
      .when(risk, by('auditor', { cycle: closed }))
      .then(raised);
  });
});

describe('A comment on accuracy', () => {
  it.each([
    ['worker', 'practitioner'],
    ['colleague', 'practitioner'],
    ['manager', 'manager'],
    ['head', 'manager'],
    ['colleague', 'manager'],
  ] as const)('of the %s as %s is recorded, and vetoes nothing', (person, role) => {
    given(caseAudit, GRADED)
      .when(comment(role), by(person))
      .then({
        type: 'PractitionerCommented',
        facts: { by: person, role, accurate: 'partly' },
        narrative: { comment: 'Two visits are missing.' },
      });
  });

  it.each([
    ['lead', 'practitioner'],
    ['auditor', 'practitioner'],
    ['aunt', 'practitioner'],
    ['worker', 'manager'],
    ['manager', 'practitioner'],
  ] as const)('is refused to the %s as %s', (person, role) => {
    given(caseAudit, GRADED).when(comment(role), by(person)).thenRefused('not-of-the-case');
  });

  it('is taken on an audit that never became final until its cycle closes', () => {
    const closed = cycleAfter(PLANNED, IMPORTED, DRAWN, OPENED, CLOSED);
    given(caseAudit, GRADED)
      .when(comment('practitioner'), by('worker', { cycle: closed }))
      .thenRefused('comment-too-late');
    given(caseAudit, FINAL)
      .when({ ...comment('practitioner'), comment: '' }, by('worker', { cycle: closed }))
      .then({
        type: 'PractitionerCommented',
        facts: { by: 'worker', role: 'practitioner', accurate: 'partly' },
        narrative: null,
      });
  });

  it('is taken until the days for it and for feedback are over', () => {
    given(caseAudit, FINAL)
      .when(comment('practitioner'), by('worker', { now: '2026-04-28T09:00:00.000Z' }))
      .thenRefused('comment-too-late', { commentsUntil: '2026-04-27' });
    given(caseAudit, FINAL)
      .when({ ...comment('practitioner'), comment: '' }, by('worker', { now: '2026-04-27T09:00:00.000Z' }))
      .then({
        type: 'PractitionerCommented',
        facts: { by: 'worker', role: 'practitioner', accurate: 'partly' },
        narrative: null,
      });
  });
});

describe('Feedback', () => {
  it('is not given by somebody to themself', () => {
    given(caseAudit, FINAL)
      .when({ ...feedback, to: ['lead'] }, by('lead'))
      .thenRefused('feedback-to-oneself');
  });

  it('is given by the auditor or a qa-lead, once', () => {
    given(caseAudit, FINAL).when(feedback, by('auditor')).then(FED_BACK);
    given(caseAudit, FINAL)
      .when(feedback, by('lead'))
      .then({ ...FED_BACK, facts: { ...FED_BACK.facts, by: 'lead' } });
    given(caseAudit, FINAL).when(feedback, by('second-auditor')).thenRefused('not-permitted');
    given(caseAudit, [...FINAL, FED_BACK])
      .when(feedback, by('auditor'))
      .thenRefused('already-given');
  });

  it.each([
    ['to nobody', { to: [] }, 'feedback-to-nobody'],
    ['to the auditor', { to: ['worker', 'auditor'] }, 'feedback-to-oneself'],
    ['to somebody who never joined', { to: ['stranger'] }, 'unknown-person'],
    ['tomorrow', { on: '2026-04-14' }, 'in-the-future'],
    ['on a day before the audit was final', { on: '2026-04-12' }, 'too-early'],
    ['on no day', { on: 'Monday' }, 'not-a-date'],
  ])('is not given %s', (_, change, code) => {
    given(caseAudit, FINAL)
      .when({ ...feedback, ...change }, by('auditor'))
      .thenRefused(code);
  });
});

describe('A discussion of the moderation', () => {
  const discussion = { type: 'RecordModerationDiscussion', on: '2026-04-13', with: ['auditor'] } as const;

  it('is recorded by who moderates or audits', () => {
    given(caseAudit, TO_MODERATE)
      .when({ ...discussion, notes: 'We read the plan.' }, by('moderator'))
      .then({
        type: 'ModerationDiscussionHeld',
        facts: { on: '2026-04-13', with: ['auditor'] },
        narrative: { notes: 'We read the plan.' },
      });
    given(caseAudit, TO_MODERATE).when(discussion, by('lead')).thenRefused('not-allocated-to-you');
  });

  it.each([
    ['with nobody', { with: [] }, 'discussion-incomplete'],
    ['with a stranger', { with: ['stranger'] }, 'unknown-person'],
    ['tomorrow', { on: '2026-04-14' }, 'in-the-future'],
  ])('is not one %s', (_, change, code) => {
    given(caseAudit, TO_MODERATE)
      .when({ ...discussion, ...change }, by('moderator'))
      .thenRefused(code);
  });
});

describe('A missed moderation', () => {
  const missed = {
    type: 'RecordMissedModeration',
    reasonCode: 'nobody-free',
    reason: 'Both moderators are ill.',
  } as const;

  it('is on record with its reason, and the audit is still not final', () => {
    given(caseAudit, TO_MODERATE).when(missed, by('lead')).then(MISSED);
    given(caseAudit, [...TO_MODERATE, MISSED])
      .when({ type: 'FinaliseAudit' }, by('lead'))
      .thenRefused('moderation-outstanding');
  });

  it('needs a rule that asked, a reason and a qa-lead, and is said once', () => {
    given(caseAudit, GRADED).when(missed, by('lead')).thenRefused('moderation-not-required');
    given(caseAudit, [...GRADED, MODERATION_REQUIRED])
      .when({ ...missed, ...REASON, reason: '' }, by('lead'))
      .thenRefused('reason-missing');
    given(caseAudit, TO_MODERATE).when(missed, by('moderator')).thenRefused('not-permitted');
    given(caseAudit, [...TO_MODERATE, MISSED])
      .when(missed, by('lead'))
      .thenRefused('already-missed');
  });
});
