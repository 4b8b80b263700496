import { describe, expect, it } from '@jest/globals';
import { given } from '../testing.js';
import { IN_PROGRESS, PLAN_GRADED, VISITS_ANSWERED, auditAfter, by } from '../testing/an-audit.js';
import type { GradeSection } from './commands.js';
import { caseAudit } from './decider.js';
import type { SectionAnswer } from './events.js';

const grade = (section: string, answer: SectionAnswer, evidence?: string): GradeSection =>
  evidence === undefined
    ? { type: 'GradeSection', section, answer }
    : { type: 'GradeSection', section, answer, evidence };
const good = { kind: 'grade', grade: 'good' } as const;
const auditor = by('auditor');

describe('Grading a section', () => {
  it('records a grade with its evidence', () => {
    given(caseAudit, IN_PROGRESS)
      .when(grade('plan', good, 'The plan of March.'), auditor)
      .then({ ...PLAN_GRADED, narrative: { evidence: 'The plan of March.' } });
  });

  it('records a choice among the options of the section', () => {
    given(caseAudit, IN_PROGRESS)
      .when(grade('visits', { kind: 'choice', choice: 'in-time' }), auditor)
      .then(VISITS_ANSWERED);
    given(caseAudit, IN_PROGRESS)
      .when(grade('visits', { kind: 'choice', choice: 'never' }), auditor)
      .thenRefused('unknown-choice', { section: 'visits', options: ['in-time', 'late'] });
  });

  it('records that a section does not apply, with a reason', () => {
    const answer = { kind: 'not-applicable', reasonCode: 'no-health-need' } as const;
    given(caseAudit, IN_PROGRESS)
      .when(grade('health', answer), auditor)
      .then({ type: 'SectionGraded', facts: { section: 'health', answer }, narrative: null });
    given(caseAudit, IN_PROGRESS)
      .when(grade('health', { ...answer, reasonCode: '' }), auditor)
      .thenRefused('code-malformed');
    given(caseAudit, IN_PROGRESS)
      .when(grade('health', { ...answer, reasonCode: 'Jane is well' }), auditor)
      .thenRefused('code-malformed');
  });

  it('may be done again before the case is graded, and the later answer counts', () => {
    const inadequate = { kind: 'grade', grade: 'inadequate' } as const;
    const again = { ...PLAN_GRADED, facts: { section: 'plan', answer: inadequate } };
    given(caseAudit, [...IN_PROGRESS, PLAN_GRADED])
      .when(grade('plan', inadequate), auditor)
      .then(again);
    expect(auditAfter(...IN_PROGRESS, PLAN_GRADED, again)).toMatchObject({
      sections: new Map([['plan', inadequate]]),
    });
  });

  it('refuses a section that the tool does not have', () => {
    given(caseAudit, IN_PROGRESS)
      .when(grade('constructor', good), auditor)
      .thenRefused('unknown-section', { section: 'constructor', sections: ['plan', 'visits', 'health'] });
  });

  it('refuses an answer of another kind than the section asks for', () => {
    given(caseAudit, IN_PROGRESS).when(grade('visits', good), auditor).thenRefused('answer-does-not-fit');
    given(caseAudit, IN_PROGRESS)
      .when(grade('plan', { kind: 'choice', choice: 'in-time' }), auditor)
      .thenRefused('answer-does-not-fit');
  });

  it('is for the auditor alone', () => {
    given(caseAudit, IN_PROGRESS)
      .when(grade('plan', good), by('second-auditor'))
      .thenRefused('not-the-auditor');
  });

  it('throws when the tool of the case was not looked up', () => {
    const deciding = (): unknown =>
      caseAudit.decide(grade('plan', good), auditAfter(...IN_PROGRESS), by('auditor', { tool: null }));
    expect(deciding).toThrow('Tool tool-1 version 2 was not looked up');
  });
});
