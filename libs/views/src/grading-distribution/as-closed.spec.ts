import { describe, expect, it } from '@jest/globals';
import { cycleOf35, finalisedFacts, foldAll, gradedFacts, idOf } from '../testing.js';
import { asClosed } from './as-closed.js';
import { gradingFigure } from './figure.js';
import { gradedAudits, gradedCycles } from './rows.js';

describe('a cycle that is closed while its last audits are decided', () => {
  it('counts an audit as the closing left it, though it was finalised or withdrawn in that moment', () => {
    const history = cycleOf35();
    const [finalised, withdrawn] = [idOf('case-audit', 31), idOf('case-audit', 32)];
    history.add('case-audit', finalised, 'CaseGraded', gradedFacts('good'));
    history.add('case-audit', finalised, 'AuditFinalised', finalisedFacts('good'));
    history.add('case-audit', withdrawn, 'AuditWithdrawn', {
      ...{ reasonCode: 'duplicate-record', requestedBy: idOf('person', 1), approvedBy: null },
      ...{ afterGrading: false, replace: false },
    });
    const [cycle] = foldAll(gradedCycles, history.events);
    const figure = gradingFigure(
      asClosed(foldAll(gradedAudits, history.events), cycle!),
      () => true,
      'final',
    );
    expect(figure).toMatchObject({ total: 35, graded: 30, noGradeRecorded: 5, withdrawn: 0 });
  });
});
