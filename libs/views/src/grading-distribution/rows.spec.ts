import { describe, expect, it } from '@jest/globals';
import {
  finalisedFacts,
  foldAll,
  gradedFacts,
  History,
  idOf,
  moderatedFacts,
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
});
