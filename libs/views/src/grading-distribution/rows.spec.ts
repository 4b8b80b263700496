import { describe, expect, it } from '@jest/globals';
import type { Grade } from '#audit-cycle';
import {
  ANOTHER_PERSON,
  finalisedFacts,
  foldAll,
  gradedFacts,
  History,
  idOf,
  moderatedFacts,
  PERSON,
  selectedFacts,
  withdrawnFacts,
} from '../testing.js';
import { gradedAudits } from './rows.js';

const audit = idOf('case-audit', 1);
const selected = (): History => new History().add('case-audit', audit, 'CaseSelected', selectedFacts(1));

describe('the grades of an audit', () => {
  it('stand side by side: the first submitted stays, also when the audit is graded again', () => {
    const { events } = selected()
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
      .add('case-audit', audit, 'CaseGraded', gradedFacts('outstanding'))
      .add('case-audit', audit, 'GradeModerated', moderatedFacts('outstanding', 'inadequate'))
      .add('case-audit', audit, 'AuditFinalised', finalisedFacts('inadequate', 'good'));
    expect(foldAll(gradedAudits, events)).toMatchObject([
      { submittedGrade: 'good', moderatedGrade: 'inadequate', finalGrade: 'inadequate' },
    ]);
  });

  it('of sections are the last that were given', () => {
    const plan = (answer: 'good' | 'inadequate') =>
      ({ section: 'plan', answer: { kind: 'grade', grade: answer } }) as const;
    const { events } = selected()
      .add('case-audit', audit, 'SectionGraded', plan('good'))
      .add('case-audit', audit, 'SectionGraded', {
        section: 'seen',
        answer: { kind: 'choice', choice: 'yes' },
      })
      .add('case-audit', audit, 'SectionGraded', plan('inadequate'));
    expect(foldAll(gradedAudits, events)).toMatchObject([
      { sections: { plan: 'inadequate', seen: 'answered' } },
    ]);
  });

  it('of a returned audit are its first still, and those of the moderator and the panel are of the grade that stands', () => {
    const plan = (grade: Grade) => ({ section: 'plan', answer: { kind: 'grade', grade } }) as const;
    const changed = { section: 'plan', from: 'good', to: 'inadequate', reasonCode: 'no-plan' } as const;
    const history = selected()
      .add('case-audit', audit, 'SectionGraded', plan('good'))
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
      .add('case-audit', audit, 'GradeModerated', {
        ...moderatedFacts('good', 'inadequate'),
        sections: [changed],
      });
    const row = () => foldAll(gradedAudits, history.events)[0];
    expect(row()).toMatchObject({ moderatedGrade: 'inadequate', moderatedSections: { plan: 'inadequate' } });
    history.add('case-audit', audit, 'AuditReturned', {
      by: PERSON,
      reasonCode: 'evidence-thin',
      grade: 'inadequate',
      attempt: 1,
    });
    expect(row()).toMatchObject({ submittedGrade: 'good', moderatedGrade: null, moderatedSections: {} });
    history
      .add('case-audit', audit, 'SectionGraded', plan('requires-improvement'))
      .add('case-audit', audit, 'CaseGraded', { ...gradedFacts('requires-improvement'), attempt: 2 })
      .add('case-audit', audit, 'GradeModerated', moderatedFacts('requires-improvement', 'inadequate'))
      .add('case-audit', audit, 'GradeSettled', {
        panel: [PERSON, ANOTHER_PERSON],
        from: 'inadequate',
        grade: 'requires-improvement',
        reasonCode: 'evidence-weighed',
      });
    expect(row()).toMatchObject({
      submittedGrade: 'good',
      submittedSections: { plan: 'good' },
      sections: { plan: 'requires-improvement' },
      moderatedGrade: 'inadequate',
      settledGrade: 'requires-improvement',
      finalGrade: null,
    });
  });

  it('count where a correction puts the case', () => {
    const corrected = (field: 'cohort' | 'team' | 'worker', to: string | null) =>
      foldAll(
        gradedAudits,
        selected().add('case-audit', audit, 'CorrectionMade', {
          ...{ field, to, from: null },
          ...{ reasonCode: 'misread', by: PERSON, tied: [] },
        }).events,
      )[0];
    expect(corrected('cohort', 'in-care')).toMatchObject({ cohort: 'in-care', team: 'North' });
    expect(corrected('team', null)).toMatchObject({ cohort: 'child-in-need', team: null });
    expect(corrected('worker', PERSON)).toEqual(foldAll(gradedAudits, selected().events)[0]);
  });

  it('do not hide that the audit was withdrawn', () => {
    const facts = withdrawnFacts({ reasonCode: 'restricted-record', afterGrading: true });
    const { events } = selected()
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
      .add('case-audit', audit, 'AuditWithdrawn', facts);
    expect(foldAll(gradedAudits, events)).toMatchObject([
      { submittedGrade: 'good', withdrawn: 'restricted-record', withdrawnAfterGrading: true },
    ]);
  });

  it('need a case that was selected first', () => {
    const { events } = new History().add('case-audit', audit, 'CaseGraded', gradedFacts('good'));
    expect(() => foldAll(gradedAudits, events)).toThrow(/begins with CaseGraded and not with CaseSelected/);
  });

  it('keep the moderation of the first one apart from all that follows a return', () => {
    const history = selected()
      .add('case-audit', audit, 'CaseGraded', {
        ...gradedFacts('good'),
        strengths: ['visits'],
        development: [],
      })
      .add('case-audit', audit, 'ModerationRequired', { rule: 'random' })
      .add('case-audit', audit, 'GradeModerated', {
        ...moderatedFacts('good', 'inadequate'),
        manner: 'blind',
      })
      .add('case-audit', audit, 'AuditReturned', {
        ...{ by: PERSON, reasonCode: 'evidence-thin', grade: 'inadequate', attempt: 1 },
      })
      .add('case-audit', audit, 'CaseGraded', {
        ...{ ...gradedFacts('outstanding'), auditor: ANOTHER_PERSON, attempt: 2 },
        ...{ strengths: [], development: ['plans'] },
      })
      .add('case-audit', audit, 'ModerationRequired', { rule: 'grade' })
      .add('case-audit', audit, 'GradeModerated', moderatedFacts('outstanding', 'good'));
    expect(foldAll(gradedAudits, history.events)).toMatchObject([
      {
        ...{ auditor: PERSON, submittedGrade: 'good', submittedAt: history.events[1]!.occurredAt },
        ...{ rules: ['random'], moderatedGrade: 'good', returned: true },
        ...{ strengths: [], development: ['plans'] },
        firstModeration: { moderator: PERSON, manner: 'blind', grade: 'inadequate', sections: {} },
      },
    ]);
  });

  it('that were returned unmoderated have no moderation of the first one', () => {
    const { events } = selected()
      .add('case-audit', audit, 'CaseGraded', gradedFacts('good'))
      .add('case-audit', audit, 'AuditReturned', {
        ...{ by: PERSON, reasonCode: 'evidence-thin', grade: 'good', attempt: 1 },
      })
      .add('case-audit', audit, 'CaseGraded', { ...gradedFacts('good'), attempt: 2 })
      .add('case-audit', audit, 'GradeModerated', moderatedFacts('good', 'good'));
    expect(foldAll(gradedAudits, events)).toMatchObject([{ firstModeration: null, moderatedGrade: 'good' }]);
  });
});
