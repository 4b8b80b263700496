import { describe, expect, it } from '@jest/globals';
import {
  finalisedFacts,
  foldAll,
  gradedFacts,
  History,
  idOf,
  moderatedFacts,
  PERSON,
  selectedFacts,
} from '../testing.js';
import { caseRecordEntries, isOnRecord } from './entry.js';
import { caseGrades } from './grades.js';

const AUDIT = idOf('case-audit', 1);

describe('the grades of a case', () => {
  it('stand side by side, and no return takes one off the record', () => {
    const { events } = new History()
      .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1))
      .add('case-audit', AUDIT, 'CaseGraded', gradedFacts('outstanding'))
      .add('case-audit', AUDIT, 'GradeModerated', moderatedFacts('outstanding', 'inadequate'))
      .add('case-audit', AUDIT, 'AuditReturned', {
        ...{ by: PERSON, reasonCode: 'evidence-thin', grade: 'inadequate', attempt: 1 },
      })
      .add('case-audit', AUDIT, 'CaseGraded', { ...gradedFacts('good'), attempt: 2 })
      .add('case-audit', AUDIT, 'GradeDisputed', { by: PERSON, wanted: 'good', due: '2021-05-01' })
      .add('case-audit', AUDIT, 'GradeSettled', {
        ...{ panel: [PERSON], from: 'good', grade: 'requires-improvement', reasonCode: 'weighed' },
      })
      .add('case-audit', AUDIT, 'AuditFinalised', finalisedFacts('requires-improvement'));
    const { steps, ...grades } = caseGrades(AUDIT, foldAll(caseRecordEntries, events).filter(isOnRecord))!;
    expect(grades).toEqual({
      ...{ audit: AUDIT, child: 'child-1', cycle: idOf('cycle', 1) },
      ...{ submitted: 'outstanding', resubmitted: 'good', moderated: 'inadequate' },
      ...{ settled: 'requires-improvement', final: 'requires-improvement', external: null, reAudited: null },
    });
    expect(steps.map(({ kind, grade }) => `${kind} ${grade}`)).toEqual([
      'submitted outstanding',
      'moderated inadequate',
      'returned inadequate',
      'resubmitted good',
      'disputed good',
      'settled requires-improvement',
      'finalised requires-improvement',
    ]);
  });

  it('are not there of an audit that is not', () => {
    expect(caseGrades(AUDIT, [])).toBeNull();
  });
});
