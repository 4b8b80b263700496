import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ANOTHER_PERSON,
  foldAll,
  gradedFacts,
  History,
  idOf,
  longHistory,
  moderatedFacts,
  PERSON,
  selectedFacts,
  setFacts,
} from '../testing.js';
import { caseRecordEntries, isOnRecord } from './entry.js';
import { numberedGraders } from './numbered-graders.js';

const AUDIT = idOf('case-audit', 1);
const ALLOCATED = {
  auditor: PERSON,
  due: '2021-04-20',
  allocatedBy: ANOTHER_PERSON,
  how: 'by-hand',
} as const;
const NOBODY = 'somebody who graded nothing';

describe('who grades', () => {
  const { events } = new History()
    .add('case-audit', AUDIT, 'CaseSelected', selectedFacts(1))
    .add('case-audit', AUDIT, 'AuditorAllocated', ALLOCATED)
    .add('case-audit', AUDIT, 'CaseGraded', { ...gradedFacts('good'), auditor: PERSON })
    .add('case-audit', AUDIT, 'GradeModerated', {
      ...moderatedFacts('good', 'good'),
      moderator: ANOTHER_PERSON,
    })
    .add('improvement-action', idOf('improvement-action', 1), 'ActionSet', setFacts());
  const entries = foldAll(caseRecordEntries, events).filter(isOnRecord);

  it('is numbered on a record, wherever it is named, and who is who within the case stays', () => {
    const [, allocated, graded, moderated, set] = numberedGraders(entries, NOBODY);
    expect(allocated).toMatchObject({
      facts: { auditor: 'grader-1', due: '2021-04-20', allocatedBy: 'grader-2' },
    });
    expect(graded).toMatchObject({ facts: { auditor: 'grader-1', grade: 'good' } });
    expect(moderated).toMatchObject({ facts: { moderator: 'grader-2', to: 'good' } });
    expect(set).toMatchObject({ type: 'ActionSet' });
    expect(entries[1]).toMatchObject({ facts: { auditor: PERSON } });
  });

  it('is named to themselves', () => {
    const [, allocated, , moderated] = numberedGraders(entries, PERSON);
    expect(allocated).toMatchObject({ facts: { auditor: PERSON } });
    expect(moderated).toMatchObject({ facts: { moderator: 'grader-1' } });
  });

  it('is nowhere on the record of anything that happened', () => {
    fc.assert(
      fc.property(longHistory, (all) => {
        const record = foldAll(caseRecordEntries, all).filter(isOnRecord);
        const shown = JSON.stringify(numberedGraders(record, NOBODY));
        for (const { type, facts } of record)
          if (type === 'CaseGraded' || type === 'AuditorAllocated')
            expect(shown).not.toContain((facts as { readonly auditor: string }).auditor);
      }),
      { seed: 20211122, numRuns: 200 },
    );
  });
});
