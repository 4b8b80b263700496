import { describe, expect, it } from '@jest/globals';
import { gradedAudits, gradingDistributionView as view, type View } from '#views';
import { gradedFacts, History, idOf, PERSON, selectedFacts } from '#views/testing';
import { foldPage } from '../testing/fold-page.js';

const audit = idOf('case-audit', 1);
const NOTHING = { revisions: [], tables: [] };

const history = (): History =>
  new History('2021-04-01T09:00:00.000Z')
    .add('case-audit', audit, 'CaseSelected', selectedFacts(1), 0)
    .add('case-audit', audit, 'AuditorAllocated', {
      auditor: PERSON,
      due: '2021-04-22',
      allocatedBy: PERSON,
      how: 'by-hand',
    })
    .add('case-audit', audit, 'CaseGraded', gradedFacts('good'));

describe('folding a page', () => {
  it('closes the version that a change replaces, and makes none where nothing changed', () => {
    const { tables, revisions } = foldPage(view, history().events, NOTHING);
    expect(revisions).toEqual([{ stream: { kind: 'case-audit', id: audit }, revision: 2n }]);
    expect(tables).toMatchObject([
      {
        table: 'grading_audit',
        rows: [
          {
            fromRevision: 0n,
            from: '2021-04-01T09:00:00.000Z',
            toRevision: 2n,
            to: '2021-04-01T09:02:00.000Z',
            row: { submittedGrade: null },
          },
          {
            fromRevision: 2n,
            from: '2021-04-01T09:02:00.000Z',
            toRevision: null,
            to: null,
            row: { submittedGrade: 'good' },
          },
        ],
      },
    ]);
  });

  it('makes no version for an equal row either', () => {
    const answer = { section: 'plan', answer: { kind: 'grade', grade: 'good' } } as const;
    const { events } = history()
      .add('case-audit', audit, 'SectionGraded', answer)
      .add('case-audit', audit, 'SectionGraded', answer);
    expect(foldPage(view, events, NOTHING).tables[0]?.rows.map(({ fromRevision }) => fromRevision)).toEqual([
      0n,
      2n,
      3n,
    ]);
  });

  it('passes over events that the rows tell of already', () => {
    const { events } = history();
    const first = foldPage(view, events, NOTHING);
    const current = first.tables.map(({ table, rows }) => ({
      table,
      rows: rows.filter(({ to }) => to === null),
    }));
    expect(foldPage(view, events, { ...first, tables: current })).toEqual(NOTHING);
  });

  it('refuses to go on after a gap in a stream, and names the event', () => {
    const [first, , third] = history().events;
    expect(() => foldPage(view, [first!, third!], NOTHING)).toThrow(
      `The view grading-distribution cannot take the event ${third!.id} (CaseGraded, position 3): revision 1 of its stream is missing`,
    );
  });

  it('says which event a fold could not take', () => {
    const broken: View = {
      ...view,
      tables: [
        {
          ...gradedAudits,
          fold: () => {
            throw new Error('no such grade');
          },
        },
      ],
    };
    expect(() => foldPage(broken, history().events, NOTHING)).toThrow(
      /CaseSelected, position 1\): no such grade/,
    );
  });
});
