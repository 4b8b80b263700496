import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GRADES, type Grade } from '#audit-cycle';
import { cycleOf35, foldAll, gradedAudit, longHistory } from '../testing.js';
import { GRADE_STAGES, type Distribution } from './distribution.js';
import { gradingFigure, GROUPINGS } from './figure.js';
import { gradedAudits, type GradedAudit } from './rows.js';

const finalised = (n: number, grade: Grade, changes: Partial<GradedAudit> = {}): GradedAudit =>
  gradedAudit(n, { submittedGrade: grade, finalGrade: grade, ...changes });

describe('the grading distribution', () => {
  it('of the board slide of 35 adds up to the last case', () => {
    const { missing, withdrawals, ...distribution } = gradingFigure(
      foldAll(gradedAudits, cycleOf35().events),
      () => true,
      'final',
    );
    expect(JSON.stringify(distribution)).toBe(
      JSON.stringify({
        total: 35,
        graded: 30,
        inProgress: 0,
        noGradeRecorded: 5,
        withdrawn: 0,
        withdrawnAfterGrading: 0,
        stage: 'final',
        rows: [
          { grade: 'outstanding', n: 2, percentOfAll: 6, percentOfGraded: 7 },
          { grade: 'good', n: 21, percentOfAll: 60, percentOfGraded: 70 },
          { grade: 'requires-improvement', n: 6, percentOfAll: 17, percentOfGraded: 20 },
          { grade: 'inadequate', n: 1, percentOfAll: 3, percentOfGraded: 3 },
          { grade: 'no-grade-recorded', n: 5, percentOfAll: 14, percentOfGraded: null },
        ],
        goodOrBetter: { n: 23, of: 30, percent: 76.7, interval95: [59.1, 88.2], boundsOfAll: [65.7, 80] },
      }),
    );
    expect(missing).toEqual([{ reason: 'not-graded', n: 5 }]);
    expect(withdrawals).toEqual([]);
  });

  it('calls what is not finalised in progress while the cycle is open, and says why it has no grade', () => {
    const audits = [finalised(1, 'good'), gradedAudit(2, { submittedGrade: 'good' }), gradedAudit(3)];
    expect(gradingFigure(audits, () => false, 'final')).toMatchObject({
      total: 3,
      graded: 1,
      inProgress: 2,
      noGradeRecorded: 0,
      missing: [
        { reason: 'not-finalised', n: 1 },
        { reason: 'not-graded', n: 1 },
      ],
      rows: [...GRADES, 'in-progress', 'no-grade-recorded'].map((grade) => ({ grade })),
    });
    expect(gradingFigure(audits, () => true, 'final')).toMatchObject({ inProgress: 0, noGradeRecorded: 2 });
  });

  it('at the auditor stage counts the first grade that was submitted, finalised or not', () => {
    const audits = [
      gradedAudit(1, { submittedGrade: 'good', moderatedGrade: 'inadequate', finalGrade: 'inadequate' }),
    ];
    expect(gradingFigure(audits, () => false, 'auditor').rows[1]).toMatchObject({ grade: 'good', n: 1 });
    expect(gradingFigure(audits, () => false, 'final').rows[3]).toMatchObject({ grade: 'inadequate', n: 1 });
  });

  it('leaves withdrawn cases out of the total and says how many there are and why', () => {
    const audits = [
      finalised(1, 'good'),
      gradedAudit(2, { withdrawn: 'child-died' }),
      finalised(3, 'good', { withdrawn: 'duplicate-record', withdrawnAfterGrading: true }),
    ];
    expect(gradingFigure(audits, () => true, 'final')).toMatchObject({
      total: 1,
      graded: 1,
      withdrawn: 2,
      withdrawnAfterGrading: 1,
      withdrawals: [
        { reason: 'child-died', n: 1 },
        { reason: 'duplicate-record', n: 1 },
      ],
    });
  });

  it('has no percentages of nothing, and says so', () => {
    const { rows, goodOrBetter } = gradingFigure([], () => false, 'final');
    expect(rows).toContainEqual({
      grade: 'good',
      n: 0,
      percentOfAll: null,
      percentOfGraded: null,
      reason: 'n=0',
    });
    const nothing = { percent: null, interval95: null, boundsOfAll: null, reason: 'n=0' };
    expect(goodOrBetter).toEqual({ n: 0, of: 0, ...nothing });
    expect(gradingFigure([gradedAudit(1)], () => false, 'final').goodOrBetter.boundsOfAll).toEqual([0, 100]);
  });

  it('by section shows where a section did not apply and where it was not graded', () => {
    const audits = [
      finalised(1, 'good', { sections: { plan: 'outstanding', visits: 'answered' } }),
      finalised(2, 'good', { sections: { plan: 'not-applicable' } }),
      finalised(3, 'good'),
      gradedAudit(4, { sections: { plan: 'good' } }),
    ];
    const { groups } = gradingFigure(audits, () => false, 'final', 'section');
    expect(groups).toHaveLength(1);
    expect(groups?.[0]).toMatchObject({
      group: 'plan',
      total: 4,
      graded: 1,
      inProgress: 1,
      noGradeRecorded: 1,
      notApplicable: 1,
      goodOrBetter: { n: 1, of: 1, percent: 100, boundsOfAll: [33.3, 100] },
    });
  });

  it('by section takes the answers of its stage: those of the first grade, or the last with what the moderator changed', () => {
    const audits = [
      finalised(1, 'good', {
        submittedSections: { plan: 'outstanding', visits: 'good' },
        sections: { plan: 'good', visits: 'good' },
        moderatedSections: { visits: 'inadequate' },
      }),
    ];
    const grades = (stage: 'auditor' | 'final') =>
      gradingFigure(audits, () => false, stage, 'section').groups?.map(({ group, rows }) => [
        group,
        rows.find(({ n }) => n === 1)?.grade,
      ]);
    expect(grades('auditor')).toEqual([
      ['plan', 'outstanding'],
      ['visits', 'good'],
    ]);
    expect(grades('final')).toEqual([
      ['plan', 'good'],
      ['visits', 'inadequate'],
    ]);
  });

  it('by team puts cases without a team last', () => {
    const audits = [
      gradedAudit(1, { team: null }),
      gradedAudit(2, { team: 'South' }),
      gradedAudit(3, { team: 'East' }),
    ];
    expect(gradingFigure(audits, () => false, 'final', 'team').groups?.map(({ group }) => group)).toEqual([
      'East',
      'South',
      null,
    ]);
  });

  it('reconciles for whatever happens', () => {
    const settings = { seed: 20210401, numRuns: 200 } as const;
    fc.assert(
      fc.property(longHistory, fc.boolean(), (events, closed) => {
        const all = foldAll(gradedAudits, events);
        for (const stage of GRADE_STAGES) {
          const whole = gradingFigure(all, () => closed, stage);
          expectToReconcile(whole);
          expect(whole.total + whole.withdrawn).toBe(all.length);
          expect(sum(whole.missing)).toBe(whole.total - whole.graded);
          expect(sum(whole.withdrawals)).toBe(whole.withdrawn);
          if (closed) expect(whole.inProgress).toBe(0);
          for (const by of GROUPINGS) {
            const groups = gradingFigure(all, () => closed, stage, by).groups ?? [];
            groups.forEach(expectToReconcile);
            if (by === 'section') groups.forEach(({ total }) => expect(total).toBe(whole.total));
            else expectToAddUp(groups, whole);
          }
        }
      }),
      settings,
    );
  });
});

const sum = (parts: readonly { readonly n: number }[]): number => parts.reduce((all, { n }) => all + n, 0);

function expectToReconcile({ total, graded, inProgress, noGradeRecorded, rows }: Distribution): void {
  expect(sum(rows)).toBe(total);
  expect(sum(rows.slice(0, 4))).toBe(graded);
  const notApplicable = sum(rows.filter(({ grade }) => grade === 'not-applicable'));
  expect(graded + inProgress + noGradeRecorded + notApplicable).toBe(total);
  const percent = (column: 'percentOfAll' | 'percentOfGraded'): number =>
    rows.reduce((all, row) => all + (row[column] ?? 0), 0);
  expect(percent('percentOfAll')).toBe(total === 0 ? 0 : 100);
  expect(percent('percentOfGraded')).toBe(graded === 0 ? 0 : 100);
}

function expectToAddUp(groups: readonly Distribution[], whole: Distribution): void {
  for (const count of ['total', 'graded', 'inProgress', 'noGradeRecorded', 'withdrawn'] as const) {
    expect(groups.reduce((all, group) => all + group[count], 0)).toBe(whole[count]);
  }
  whole.rows.forEach(({ grade, n }) => {
    const inGroups = groups.flatMap(({ rows }) => rows.filter((row) => row.grade === grade));
    expect(sum(inGroups)).toBe(n);
  });
}
