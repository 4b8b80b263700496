import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  AFTER_SETTLING,
  DISPUTED,
  FINALISED,
  GRADED,
  IN_DISPUTE,
  MODERATED,
  REASON,
  RETURNED,
  SETTLED,
  TO_MODERATE,
  auditAfter,
  by,
  graded,
} from '../testing/an-audit.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';
import { gradingOf } from './state.js';

const returning = { type: 'ReturnAudit', ...REASON } as const;
const dispute = { type: 'DisputeGrade', grade: 'outstanding', reason: 'The child says otherwise.' } as const;
const settle = {
  type: 'SettleGrade',
  panel: ['second-auditor', 'leader'],
  grade: 'requires-improvement',
  reasonCode: 'evidence-weighed',
  reason: 'Visits were late twice.',
} as const;

describe('Returning an audit', () => {
  it.each(['lead', 'moderator'])('is done by the %s, with the grade that it had', (person) => {
    given(caseAudit, MODERATED)
      .when(returning, by(person))
      .then({
        type: 'AuditReturned',
        facts: { by: person, reasonCode: 'a-reason', grade: 'good', attempt: 1 },
        narrative: { reason: 'In words.' },
      });
  });

  it('keeps the first grade in the lineage, beside the one that is submitted next', () => {
    const back = auditAfter(...AFTER_SETTLING.slice(0, -2), RETURNED);
    expect(back).toMatchObject({ status: 'in-progress', grading: { lineage: { moderated: null } } });
    const again = auditAfter(...MODERATED, RETURNED, graded('inadequate', 2));
    if (again.status === 'not-selected') throw new Error('not selected');
    expect(gradingOf(again)).toMatchObject({
      attempts: 2,
      lineage: { submitted: 'good', resubmitted: 'inadequate', moderated: null, settled: null },
    });
    expect(again).toMatchObject({ moderator: null, moderationRequired: true, moderators: ['moderator'] });
  });

  it('counts the next grade as the second', () => {
    const second = graded('requires-improvement', 2);
    given(caseAudit, [...MODERATED, RETURNED])
      .when(
        {
          type: 'GradeCase',
          grade: 'requires-improvement',
          rationale: 'As seen.',
          strengths: [],
          development: [],
        },
        by('auditor'),
      )
      .then(second);
  });

  it('is refused to others, to its auditor and without a reason', () => {
    given(caseAudit, MODERATED).when(returning, by('second-auditor')).thenRefused('not-permitted');
    given(caseAudit, GRADED)
      .when(returning, by('auditor', { actor: { person: 'auditor', roles: ['qa-lead'] } }))
      .thenRefused('own-audit');
    given(caseAudit, GRADED)
      .when({ ...returning, reason: ' ' }, by('lead'))
      .thenRefused('reason-missing');
  });

  it('is refused to whoever graded it before, and to whoever is tied to the child', () => {
    const later = { ...graded('good', 2), facts: { ...graded('good', 2).facts, auditor: 'second-auditor' } };
    const replaced: CaseAuditEvent = {
      type: 'AuditorReplaced',
      facts: { from: 'auditor', to: 'second-auditor', due: '2026-05-05', reasonCode: 'a-reason' },
      narrative: null,
    };
    given(caseAudit, [...GRADED, RETURNED, replaced, later])
      .when(returning, by('auditor', { actor: { person: 'auditor', roles: ['qa-lead'] } }))
      .thenRefused('own-audit');
    given(caseAudit, GRADED)
      .when(returning, by('colleague', { actor: { person: 'colleague', roles: ['qa-lead'] } }))
      .thenRefused('own-team');
  });

  it('waits for the panel while the grade is disputed', () => {
    given(caseAudit, IN_DISPUTE).when(returning, by('lead')).thenRefused('dispute-outstanding');
  });
});

describe('Disputing a moderated grade', () => {
  it('is for the auditor, and says until when it is to be settled', () => {
    given(caseAudit, MODERATED).when(dispute, by('auditor')).then(DISPUTED);
    given(caseAudit, MODERATED).when(dispute, by('moderator')).thenRefused('not-the-auditor');
  });

  it('is done within the days of the policy: on the last of them, and not a day later', () => {
    const last = { type: 'GradeDisputed', facts: { ...DISPUTED.facts, due: '2026-04-21' } } as const;
    given(caseAudit, MODERATED)
      .when(dispute, by('auditor', { now: '2026-04-16T22:59:59.999Z' }))
      .then({ ...DISPUTED, ...last });
    given(caseAudit, MODERATED)
      .when(dispute, by('auditor', { now: '2026-04-16T23:00:00.000Z' }))
      .thenRefused('dispute-too-late', { disputeUntil: '2026-04-16' });
  });

  it('is about another grade, in words', () => {
    given(caseAudit, MODERATED)
      .when({ ...dispute, grade: 'good' }, by('auditor'))
      .thenRefused('same-grade');
    given(caseAudit, MODERATED)
      .when({ ...dispute, reason: '' }, by('auditor'))
      .thenRefused('reason-missing');
  });
});

describe('Settling a disputed grade', () => {
  it('is done by a panel, beside all grades before', () => {
    given(caseAudit, IN_DISPUTE).when(settle, by('lead')).then(SETTLED);
    given(caseAudit, AFTER_SETTLING)
      .when({ type: 'FinaliseAudit' }, by('lead'))
      .then({
        ...FINALISED,
        facts: {
          ...FINALISED.facts,
          grade: 'requires-improvement',
          lineage: {
            submitted: 'good',
            resubmitted: null,
            moderated: 'good',
            settled: 'requires-improvement',
          },
        },
      });
  });

  it('comes before the audit is final', () => {
    given(caseAudit, IN_DISPUTE)
      .when({ type: 'FinaliseAudit' }, by('lead'))
      .thenRefused('dispute-outstanding');
  });

  it.each([
    ['of one', ['leader'], 'panel-too-small'],
    ['of one twice', ['leader', 'leader'], 'panel-too-small'],
    ['with the auditor', ['leader', 'auditor'], 'own-audit'],
    ['with the moderator', ['leader', 'moderator'], 'own-audit'],
    ['with a colleague of the worker', ['leader', 'colleague'], 'own-team'],
    ['with somebody who has left', ['leader', 'leaver'], 'person-not-here'],
  ])('is refused to a panel %s', (_, panel, code) => {
    given(caseAudit, IN_DISPUTE)
      .when({ ...settle, panel }, by('lead'))
      .thenRefused(code);
  });

  it('is written down by a qa-lead who had no part in it, with a reason', () => {
    given(caseAudit, IN_DISPUTE).when(settle, by('leader')).thenRefused('not-permitted');
    given(caseAudit, IN_DISPUTE)
      .when(settle, by('auditor', { actor: { person: 'auditor', roles: ['qa-lead'] } }))
      .thenRefused('own-audit');
    given(caseAudit, IN_DISPUTE)
      .when({ ...settle, reason: ' ' }, by('lead'))
      .thenRefused('reason-missing');
    given(caseAudit, IN_DISPUTE)
      .when(settle, by('colleague', { actor: { person: 'colleague', roles: ['qa-lead'] } }))
      .thenRefused('own-team');
    given(caseAudit, TO_MODERATE).when(settle, by('lead')).thenRefused('not-moderated');
  });
});
