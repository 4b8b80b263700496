import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  ALLOCATED,
  AFTER_SETTLING,
  ANSWERED,
  CHILD_HEARD,
  DISCUSSED,
  DISPUTED,
  GRADED,
  IN_PROGRESS,
  MODERATED,
  MODERATION_REQUIRED,
  MODERATOR_ALLOCATED,
  PLAN_GRADED,
  REASON,
  RETURNED,
  SELECTED,
  STARTED,
  TO_MODERATE,
  UPHELD,
  WITHDRAWAL_REQUESTED,
  WITHDRAWN,
  auditAfter,
  by,
  conflictOf,
  graded,
} from '../testing/an-audit.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

const lead = by('lead');
const replace = (auditor: string) => ({ type: 'ReplaceAuditor', auditor, ...REASON }) as const;
const extend = (to: string) => ({ type: 'ExtendAuditDeadline', to, ...REASON }) as const;
const another = (moderator: string) => ({ type: 'ReplaceModerator', moderator, ...REASON }) as const;
const declare = { type: 'DeclareConflict', relationship: 'personal', explanation: 'My niece.' } as const;
const reason = { reason: REASON.reason };

describe('Replacing an auditor', () => {
  it('gives the case to another, with the days of an audit from today, and says from whom', () => {
    given(caseAudit, ANSWERED)
      .when(replace('second-auditor'), lead)
      .then({
        type: 'AuditorReplaced',
        facts: { from: 'auditor', to: 'second-auditor', due: '2026-05-05', reasonCode: 'a-reason' },
        narrative: reason,
      });
  });

  it('fills the place that a conflict left', () => {
    given(caseAudit, [...ANSWERED, conflictOf('auditor')])
      .when(replace('second-auditor'), lead)
      .then({
        type: 'AuditorReplaced',
        facts: { from: null, to: 'second-auditor', due: '2026-05-05', reasonCode: 'a-reason' },
        narrative: reason,
      });
  });

  it('is done by an allocation as well where a conflict left the place empty', () => {
    const allocate = { type: 'AllocateAuditor', auditor: 'second-auditor' } as const;
    given(caseAudit, [...ANSWERED, conflictOf('auditor')])
      .when(allocate, lead)
      .then({
        type: 'AuditorReplaced',
        facts: { from: null, to: 'second-auditor', due: '2026-05-05', reasonCode: 'conflict-declared' },
        narrative: null,
      });
    given(caseAudit, ANSWERED).when(allocate, lead).thenRefused('already-allocated');
  });

  it.each([
    ['auditor', 'same-auditor'],
    ['colleague', 'own-team'],
    ['worker', 'own-case'],
    ['moderator', 'role-missing'],
    ['leaver', 'person-not-here'],
  ])('refuses the %s: %s', (person, code) => {
    given(caseAudit, ANSWERED).when(replace(person), lead).thenRefused(code);
  });

  it('refuses whoever had the case and was tied to it, also when the case is allocated again', () => {
    given(caseAudit, [...ANSWERED, conflictOf('auditor')])
      .when(replace('auditor'), lead)
      .thenRefused('registered-conflict', { person: 'auditor' });
    given(caseAudit, [SELECTED, ALLOCATED, conflictOf('auditor')])
      .when({ type: 'AllocateAuditor', auditor: 'auditor' }, lead)
      .thenRefused('registered-conflict', { person: 'auditor' });
  });

  it('refuses whoever settled the grade of the case before it was returned', () => {
    given(caseAudit, [...AFTER_SETTLING, RETURNED])
      .when(replace('second-auditor'), lead)
      .thenRefused('own-moderation');
  });

  it('refuses whoever moderated the case before it was returned', () => {
    given(caseAudit, [...MODERATED, RETURNED])
      .when(replace('moderator'), lead)
      .thenRefused('own-moderation');
  });

  it('needs a reason as a code and in words, and a qa-lead', () => {
    given(caseAudit, ANSWERED)
      .when({ ...replace('second-auditor'), reason: ' ' }, lead)
      .thenRefused('reason-missing');
    given(caseAudit, ANSWERED)
      .when({ ...replace('second-auditor'), reasonCode: 'In words' }, lead)
      .thenRefused('code-malformed');
    given(caseAudit, ANSWERED).when(replace('second-auditor'), by('auditor')).thenRefused('not-permitted');
  });
});

describe('Extending the deadline of an audit', () => {
  it('moves the day and keeps the one before', () => {
    given(caseAudit, IN_PROGRESS)
      .when(extend('2026-05-12'), lead)
      .then({
        type: 'AuditDeadlineExtended',
        facts: { from: '2026-05-05', to: '2026-05-12', reasonCode: 'a-reason', by: 'lead' },
        narrative: reason,
      });
  });

  it.each([
    ['2026-05-05', 'not-later'],
    ['2026-04-01', 'not-later'],
    ['2026-02-30', 'not-a-date'],
    ['soon', 'not-a-date'],
  ])('refuses %s: %s', (to, code) => {
    given(caseAudit, IN_PROGRESS).when(extend(to), lead).thenRefused(code);
  });

  it('refuses a day that is over already, when the audit is long late', () => {
    given(caseAudit, IN_PROGRESS)
      .when(extend('2026-05-12'), { ...lead, now: '2026-06-01T09:00:00.000Z' })
      .thenRefused('due-in-the-past');
  });

  it('is for a qa-lead', () => {
    given(caseAudit, IN_PROGRESS).when(extend('2026-05-12'), by('auditor')).thenRefused('not-permitted');
  });
});

describe('Declaring a conflict', () => {
  it('takes the case from its auditor, who says so', () => {
    given(caseAudit, ANSWERED)
      .when(declare, by('auditor'))
      .then({
        type: 'ConflictDeclared',
        facts: { person: 'auditor', as: 'auditor', relationship: 'personal' },
        narrative: { explanation: 'My niece.' },
      });
  });

  it('brings a case of which nothing is answered back to its allocation', () => {
    given(caseAudit, [...IN_PROGRESS, conflictOf('auditor')])
      .when({ type: 'AllocateAuditor', auditor: 'second-auditor' }, lead)
      .then({ ...ALLOCATED, facts: { ...ALLOCATED.facts, auditor: 'second-auditor' } });
    given(caseAudit, [...IN_PROGRESS, conflictOf('auditor')])
      .when({ type: 'StartAudit' }, by('auditor'))
      .thenRefused('not-allocated');
  });

  it('takes the moderation from its moderator, and another is allocated', () => {
    given(caseAudit, TO_MODERATE)
      .when(declare, by('moderator'))
      .then({
        type: 'ConflictDeclared',
        facts: { person: 'moderator', as: 'moderator', relationship: 'personal' },
        narrative: { explanation: 'My niece.' },
      });
    given(caseAudit, [...TO_MODERATE, conflictOf('moderator')])
      .when({ type: 'AllocateModerator', moderator: 'moderator' }, lead)
      .thenRefused('registered-conflict');
  });

  it('comes from a process for somebody whose tie was registered, and from nobody else for another', () => {
    const process = { person: 'touchstone', roles: [], process: 'conflict-reopens' } as const;
    given(caseAudit, [SELECTED, ALLOCATED, STARTED])
      .when({ ...declare, person: 'auditor' }, by('lead', { actor: process }))
      .then({
        type: 'ConflictDeclared',
        facts: { person: 'auditor', as: 'auditor', relationship: 'personal' },
        narrative: { explanation: 'My niece.' },
      });
    given(caseAudit, ANSWERED)
      .when({ ...declare, person: 'auditor' }, lead)
      .thenRefused('not-permitted');
  });

  it('is for who has the case, and before the auditor graded it', () => {
    given(caseAudit, ANSWERED).when(declare, lead).thenRefused('not-allocated-to-you');
    given(caseAudit, GRADED).when(declare, by('auditor')).thenRefused('already-graded');
    given(caseAudit, ANSWERED)
      .when({ ...declare, relationship: 'friend' as 'personal' }, by('auditor'))
      .thenRefused('unknown-relationship');
  });
});

describe('Replacing a moderator', () => {
  it('gives the moderation to another, with the days of a moderation from today', () => {
    given(caseAudit, TO_MODERATE)
      .when(another('second-auditor'), lead)
      .then({
        type: 'ModeratorReplaced',
        facts: {
          from: 'moderator',
          to: 'second-auditor',
          due: '2026-04-20',
          manner: 'seen',
          reasonCode: 'a-reason',
        },
        narrative: reason,
      });
  });

  it.each([
    ['moderator', 'same-moderator'],
    ['auditor', 'own-audit'],
    ['colleague', 'own-team'],
    ['leader', 'role-missing'],
  ])('refuses the %s: %s', (person, code) => {
    given(caseAudit, TO_MODERATE).when(another(person), lead).thenRefused(code);
  });

  it('needs a moderator to replace, a reason and a qa-lead', () => {
    given(caseAudit, [...GRADED, MODERATION_REQUIRED])
      .when(another('second-auditor'), lead)
      .thenRefused('moderator-missing');
    given(caseAudit, TO_MODERATE)
      .when({ ...another('second-auditor'), reason: '' }, lead)
      .thenRefused('reason-missing');
    given(caseAudit, TO_MODERATE)
      .when(another('second-auditor'), by('moderator'))
      .thenRefused('not-permitted');
  });
});

describe('Whoever worked on a case before another took it over', () => {
  const takenOver: CaseAuditEvent = {
    type: 'AuditorReplaced',
    facts: { from: 'all-roles', to: 'auditor', due: '2026-05-05', reasonCode: 'a-reason' },
    narrative: reason,
  };
  const first = 'all-roles';
  const begun = [SELECTED, { ...ALLOCATED, facts: { ...ALLOCATED.facts, auditor: first } }];
  const started = { ...STARTED, facts: { auditor: first } };
  const handedOver = [...begun, started, ...ANSWERED.slice(3), takenOver];

  it('does not moderate it', () => {
    const history = [...handedOver, graded('good'), MODERATION_REQUIRED];
    const allocate = { type: 'AllocateModerator', moderator: first } as const;
    given(caseAudit, history).when(allocate, lead).thenRefused('own-audit');
    given(caseAudit, [...history, MODERATOR_ALLOCATED])
      .when(another(first), lead)
      .thenRefused('own-audit');
  });

  it('does not settle its grade, nor return it', () => {
    const moderated = [...handedOver, graded('good'), MODERATION_REQUIRED, MODERATOR_ALLOCATED, UPHELD];
    const settle = { type: 'SettleGrade', panel: ['leader', first], grade: 'good', ...REASON } as const;
    given(caseAudit, [...moderated, DISPUTED])
      .when(settle, lead)
      .thenRefused('own-audit');
    given(caseAudit, moderated)
      .when({ type: 'ReturnAudit', ...REASON }, by(first))
      .thenRefused('own-audit');
  });

  it('does not approve its withdrawal', () => {
    given(caseAudit, [...handedOver, WITHDRAWAL_REQUESTED])
      .when({ type: 'ApproveWithdrawal' }, by(first))
      .thenRefused('own-audit');
  });

  it('is whoever began it, and whoever answered for it without having begun it', () => {
    given(caseAudit, [...begun, started, takenOver, ...ANSWERED.slice(3), WITHDRAWAL_REQUESTED])
      .when({ type: 'ApproveWithdrawal' }, by(first))
      .thenRefused('own-audit');
    const back: CaseAuditEvent = {
      ...takenOver,
      facts: { ...takenOver.facts, from: 'auditor', to: 'second-auditor' },
    };
    for (const answer of [PLAN_GRADED, CHILD_HEARD, DISCUSSED]) {
      expect(
        auditAfter(...IN_PROGRESS, { ...takenOver, facts: { ...takenOver.facts, to: first } }, answer, back),
      ).toMatchObject({ auditor: 'second-auditor', auditors: ['auditor', first] });
    }
  });

  it('is not who only had it', () => {
    given(caseAudit, [...begun, takenOver, STARTED, ...ANSWERED.slice(3), WITHDRAWAL_REQUESTED])
      .when({ type: 'ApproveWithdrawal' }, by(first))
      .then({
        ...WITHDRAWN,
        facts: { ...WITHDRAWAL_REQUESTED.facts, approvedBy: first, afterGrading: true },
      });
  });
});
