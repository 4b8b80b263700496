import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import {
  DIRECTORY,
  GRADED,
  MODERATED,
  MODERATION_REQUIRED,
  TO_MODERATE,
  UPHELD,
  auditAfter,
  by,
} from '../testing/an-audit.js';
import type { ModerateGrade } from './commands.js';
import { caseAudit } from './decider.js';
import type { CaseAuditEvent } from './events.js';

describe('Requiring moderation', () => {
  it('is open to a QA lead and to a moderator', () => {
    given(caseAudit, GRADED).when({ type: 'RequireModeration' }, by('lead')).then(MODERATION_REQUIRED);
    given(caseAudit, GRADED)
      .when({ type: 'RequireModeration', reason: 'Odd.' }, by('moderator'))
      .then({ ...MODERATION_REQUIRED, narrative: { reason: 'Odd.' } });
  });

  it('is refused to anybody else', () => {
    given(caseAudit, GRADED).when({ type: 'RequireModeration' }, by('auditor')).thenRefused('not-permitted');
  });

  it('is done once', () => {
    given(caseAudit, [...GRADED, MODERATION_REQUIRED])
      .when({ type: 'RequireModeration' }, by('lead'))
      .thenRefused('moderation-already-required');
  });
});

const moderate = (rest: Partial<ModerateGrade> = {}): ModerateGrade => ({
  type: 'ModerateGrade',
  grade: 'good',
  manner: 'seen',
  ...rest,
});
const moderator = by('moderator');
const waiting = given(caseAudit, TO_MODERATE);
const why = { reasonCode: 'risk-overlooked', reason: 'The danger was not seen.' };

describe('Moderating a grade', () => {
  it('upholds it without a reason', () => {
    waiting.when(moderate(), moderator).then(UPHELD);
  });

  it('changes it with a reason; both grades stand side by side', () => {
    const changed = {
      type: 'GradeModerated',
      facts: {
        ...UPHELD.facts,
        outcome: 'changed',
        to: 'inadequate',
        reasonCode: 'risk-overlooked',
      },
      narrative: { reason: 'The danger was not seen.' },
    } as const;
    waiting.when(moderate({ grade: 'inadequate', ...why }), moderator).then(changed);
    expect(auditAfter(...TO_MODERATE, changed)).toMatchObject({
      grading: { lineage: { submitted: 'good', moderated: 'inadequate' } },
    });
  });

  it.each([
    ['none', {}],
    ['only a code', { reasonCode: why.reasonCode }],
    ['only words', { reason: why.reason }],
    ['empty words', { reasonCode: why.reasonCode, reason: ' ' }],
  ])('refuses to change it when the reason is %s', (_, reason) => {
    waiting
      .when(moderate({ grade: 'inadequate', ...reason }), moderator)
      .thenRefused('reason-missing', { from: 'good', to: 'inadequate' });
  });

  it('refuses a reason code that could hold a name', () => {
    waiting
      .when(moderate({ grade: 'inadequate', ...why, reasonCode: 'Ann overlooked it' }), moderator)
      .thenRefused('code-malformed');
  });

  it('is done as it was asked for, also by whoever took it over, or with a reason', () => {
    const blind = moderate({ manner: 'blind' });
    const replaced: CaseAuditEvent = {
      type: 'ModeratorReplaced',
      facts: {
        ...{ from: 'moderator', to: 'second-auditor', due: '2026-04-20', manner: 'seen' },
        reasonCode: 'a-reason',
      },
      narrative: null,
    };
    waiting.when(blind, moderator).thenRefused('reason-missing', { asked: 'seen' });
    given(caseAudit, [...TO_MODERATE, replaced])
      .when(blind, by('second-auditor'))
      .thenRefused('reason-missing', { asked: 'seen' });
    waiting.when({ ...blind, ...why }, moderator).then({
      ...UPHELD,
      facts: { ...UPHELD.facts, manner: 'blind', reasonCode: 'risk-overlooked' },
      narrative: { reason: 'The danger was not seen.' },
    });
  });

  it('is for the allocated moderator alone', () => {
    waiting.when(moderate(), by('second-auditor')).thenRefused('not-the-moderator');
    waiting.when(moderate(), by('auditor')).thenRefused('not-the-moderator');
    given(caseAudit, [...GRADED, MODERATION_REQUIRED])
      .when(moderate(), moderator)
      .thenRefused('moderator-missing');
  });

  it('is refused when the moderator meanwhile came to the team of the child', () => {
    const people = { find: (id: string) => DIRECTORY.get(id === 'moderator' ? 'newcomer' : id) };
    waiting.when(moderate(), by('moderator', { people })).thenRefused('own-team');
  });

  it('is done once', () => {
    given(caseAudit, MODERATED)
      .when(moderate({ grade: 'inadequate', ...why }), moderator)
      .thenRefused('already-moderated');
  });
});

describe('Grades of sections that a moderator changes', () => {
  const section = (code: string, grade: 'good' | 'requires-improvement' = 'requires-improvement') => ({
    section: code,
    grade,
    reasonCode: 'no-plan',
  });
  const withSections = (...sections: readonly ReturnType<typeof section>[]) =>
    ({ type: 'ModerateGrade', grade: 'good', manner: 'seen', sections }) as const;

  it('stand beside those of the auditor, with a reason each', () => {
    given(caseAudit, TO_MODERATE)
      .when(withSections(section('plan')), by('moderator'))
      .then({
        ...UPHELD,
        facts: {
          ...UPHELD.facts,
          sections: [{ section: 'plan', from: 'good', to: 'requires-improvement', reasonCode: 'no-plan' }],
        },
      });
  });

  it.each([
    ['a section twice', [section('plan'), section('plan')], 'section-twice'],
    ['a section that was answered by choosing', [section('visits')], 'section-not-graded'],
    ['a section without an answer', [section('health')], 'section-not-graded'],
    ['the same grade', [section('plan', 'good')], 'same-grade'],
    ['words for a code', [{ ...section('plan'), reasonCode: 'No plan' }], 'code-malformed'],
  ])('are refused with %s', (_, sections, code) => {
    given(caseAudit, TO_MODERATE)
      .when(withSections(...sections), by('moderator'))
      .thenRefused(code);
  });
});
