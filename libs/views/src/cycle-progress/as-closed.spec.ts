import { describe, expect, it } from '@jest/globals';
import { asClosed as gradesAsClosed } from '../grading-distribution/as-closed.js';
import { gradingFigure } from '../grading-distribution/figure.js';
import { gradedAudits, gradedCycles } from '../grading-distribution/rows.js';
import { cycleOf35, finalisedFacts, foldAll, gradedFacts, idOf, PERSON, withdrawnFacts } from '../testing.js';
import { asClosed } from './as-closed.js';
import { progressAudits, type WorkflowStatus } from './audit-row.js';
import { progressCycles } from './cycle-row.js';
import { progressFigure } from './figure.js';

describe('the progress of a cycle that is closed while its last audits are decided', () => {
  const [finalised, withdrawn] = [idOf('case-audit', 31), idOf('case-audit', 32)];
  const { events } = cycleOf35()
    .add('case-audit', finalised, 'CaseGraded', gradedFacts('good'))
    .add('case-audit', finalised, 'AuditFinalised', finalisedFacts('good'))
    .add('case-audit', withdrawn, 'WithdrawalRequested', {
      ...{ requestedBy: PERSON, reasonCode: 'duplicate-record', replace: false },
    })
    .add('case-audit', withdrawn, 'AuditWithdrawn', withdrawnFacts());
  const [cycle] = foldAll(progressCycles, events);
  const audits = asClosed(foldAll(progressAudits, events), cycle!);
  const { selected, byStatus } = progressFigure(audits);
  const n = (wanted: WorkflowStatus): number => byStatus.find(({ status }) => status === wanted)!.n;

  it('has an audit where it stood, though it was finalised or withdrawn in that moment', () => {
    const stands = new Map(audits.map(({ id, status }) => [id, status]));
    expect(stands.get(finalised)).toBe('graded');
    expect(stands.get(withdrawn)).toBe('selected');
  });

  it('counts what the closing and the grades count', () => {
    const grades = gradingFigure(
      gradesAsClosed(foldAll(gradedAudits, events), foldAll(gradedCycles, events)[0]!),
      () => true,
      'final',
    );
    expect([n('finalised'), n('withdrawn')]).toEqual([grades.graded, grades.withdrawn]);
    expect(selected - n('finalised') - n('withdrawn')).toBe(grades.noGradeRecorded);
    expect(cycle!.withoutGrade).toHaveLength(grades.noGradeRecorded);
  });
});
