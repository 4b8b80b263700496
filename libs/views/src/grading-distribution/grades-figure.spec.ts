import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_POLICY, type Grade } from '#audit-cycle';
import {
  draftedFacts,
  foldAll,
  gradedAudit,
  History,
  idOf,
  plannedFacts,
  longHistory,
  TOOL,
} from '../testing.js';
import { askedSections } from './asked-sections.js';
import { GRADES_GROUPINGS, type GradesAsked } from './cases-asked.js';
import type { Distribution } from './distribution.js';
import { gradedCases } from './graded-cases.js';
import { gradedTools } from './graded-tool.js';
import type { GradesAskedFor } from './grades-asked-for.js';
import { gradesFigure } from './grades-figure.js';
import { gradesGroup, gradesParts, type GradesGroup } from './grades-groups.js';
import { isGrade } from './outcome-at.js';
import type { OutcomeAskedFor } from './outcome-asked-for.js';
import { gradedAudits, gradedCycles, type GradedAudit } from './rows.js';

/** Two cycles: the second is done with a later version of the tool, in which the plan speaks to nothing and voices are heard. */
const cycles = (): History =>
  [1, 2].reduce(
    (history, n) =>
      history.add('cycle', idOf('cycle', n), 'CyclePlanned', {
        ...plannedFacts({
          tool: { id: TOOL.id, version: n },
          period: { from: '2021-04-01', to: `2021-0${n + 4}-30` },
        }),
        policy: { ...DEFAULT_POLICY, areas: [{ code: 'west', teams: ['North', 'Far North'] }] },
      }),
    new History()
      .add('audit-tool', TOOL.id, 'ToolDrafted', draftedFacts(1, { plan: ['visits'], visits: ['visits'] }))
      .add('audit-tool', TOOL.id, 'ToolDrafted', draftedFacts(2, { plan: [], voice: ['visits'] })),
  );

const gradesOf = (events: History['events'], audits: readonly GradedAudit[]): GradesAskedFor => {
  const found = foldAll(gradedCycles, events);
  return { cycles: found, audits, asked: askedSections(found, foldAll(gradedTools, events)) };
};

const finalised = (n: number, cycle: 1 | 2, changes: Partial<GradedAudit> = {}): GradedAudit =>
  gradedAudit(n, { cycle: idOf('cycle', cycle), submittedGrade: 'good', finalGrade: 'good', ...changes });

const nOf = (figure: Distribution | undefined, grade: Grade): number | undefined =>
  figure?.rows.find((row) => row.grade === grade)?.n;

const groupsOf = (grades: GradesAskedFor, asked: GradesAsked): readonly GradesGroup[] =>
  gradesParts(grades, asked).map(gradesGroup);

describe('grades over cycles', () => {
  const audits = [
    finalised(1, 1, { sections: { plan: 'inadequate', visits: 'good' } }),
    finalised(2, 1, { sections: { plan: 'not-applicable' } }),
    finalised(3, 1),
    gradedAudit(4),
    gradedAudit(5, { submittedGrade: 'good', sections: { plan: 'good' } }),
    finalised(6, 2, { sections: { plan: 'good', voice: 'outstanding' } }),
    finalised(7, 2, { withdrawn: 'child-died' }),
  ];
  const grades = gradesOf(cycles().events, audits);

  it('of a section are its own, and leave out the cases that were not asked about it', () => {
    const figure = gradesFigure(grades, { stage: 'final', section: 'visits' });
    expect(figure).toMatchObject({
      ...{ total: 5, graded: 1, notAsked: 1, withdrawn: 0 },
      section: { code: 'visits', title: 'visits, as version 1 has it' },
      missing: [
        { reason: 'not-finalised', n: 1 },
        { reason: 'not-graded', n: 1 },
        { reason: 'section-not-graded', n: 2 },
      ],
    });
    expect(nOf(figure, 'good')).toBe(1);
  });

  it('of a section that every tool has are of all cases, under the title that it has now', () => {
    const figure = gradesFigure(grades, { stage: 'final', section: 'plan' });
    expect(figure).toMatchObject({
      ...{ total: 6, graded: 2, notAsked: 0, withdrawn: 1 },
      section: { code: 'plan', title: 'plan, as version 2 has it' },
    });
    expect(figure.missing).toContainEqual({ reason: 'not-applicable', n: 1 });
  });

  it('of a line of enquiry are those of each section that speaks to it in the tool of the case', () => {
    const asked = { stage: 'final', lineOfEnquiry: 'visits' } as const;
    const [figure, groups] = [gradesFigure(grades, asked), groupsOf(grades, asked)];
    expect(figure).toMatchObject({ by: 'line-of-enquiry', section: null, total: 6, notAsked: 0 });
    expect(
      groups.map(({ group, section, total, notAsked }) => [group, section?.code, total, notAsked]),
    ).toEqual([
      ['visits', 'plan', 5, 1],
      ['visits', 'visits', 5, 1],
      ['visits', 'voice', 1, 5],
    ]);
    expect(nOf(groups[0], 'good')).toBe(0);
  });

  it('by area put cases whose team is in none last', () => {
    const away = gradesOf(cycles().events, [
      finalised(1, 1),
      finalised(2, 1, { team: 'South' }),
      finalised(3, 1, { team: 'far north' }),
    ]);
    const groups = groupsOf(away, { stage: 'final', by: 'area' });
    expect(groups.map(({ group, total }) => [group, total])).toEqual([
      ['west', 2],
      [null, 1],
    ]);
  });

  it('leave out sections that were answered by choices', () => {
    const chosen = gradesOf(cycles().events, [
      finalised(1, 1, { sections: { plan: 'good', visits: 'answered' } }),
    ]);
    const groups = groupsOf(chosen, { stage: 'final', by: 'section' });
    expect(groups.map(({ group }) => group)).toEqual(['plan']);
  });

  it('lead from every row to as many cases as it counts', () => {
    fc.assert(
      fc.property(longHistory, fc.constantFrom('auditor', 'final'), (events, stage) => {
        const all = gradesOf(events, foldAll(gradedAudits, events));
        for (const section of [undefined, 'plan', 'visits']) {
          const behind = (row: OutcomeAskedFor): number =>
            gradedCases(all, { stage, section, ...row }).length;
          const figure = gradesFigure(all, { stage, section });
          for (const { grade, n } of figure.rows)
            expect({ grade, n: behind(isGrade(grade) ? { grade } : { outcome: grade }) }).toEqual({
              grade,
              n,
            });
          expect(behind({ outcome: 'graded' })).toBe(figure.graded);
          expect(behind({ outcome: 'withdrawn' })).toBe(figure.withdrawn);
          expect(behind({})).toBe(figure.total + figure.withdrawn);
        }
      }),
      { seed: 20210403, numRuns: 200 },
    );
  });

  it('add up for whatever happens', () => {
    fc.assert(
      fc.property(longHistory, fc.constantFrom('auditor', 'final'), (events, stage) => {
        const all = gradesOf(events, foldAll(gradedAudits, events));
        const stays = all.audits.filter(({ withdrawn }) => withdrawn === null).length;
        for (const section of [undefined, 'plan', 'visits', 'voice']) {
          const whole = gradesFigure(all, { stage, section });
          expect(whole.total + whole.notAsked).toBe(stays);
          expect(sum(whole.missing)).toBe(whole.total - whole.graded);
          expect(sum(whole.rows)).toBe(whole.total);
          for (const by of ['cohort', 'team', 'area'] as const) {
            const groups = groupsOf(all, { stage, section, by });
            for (const count of ['total', 'graded', 'withdrawn', 'noGradeRecorded'] as const)
              expect(groups.reduce((n, group) => n + group[count], 0)).toBe(whole[count]);
          }
        }
        for (const by of GRADES_GROUPINGS) {
          const groups = groupsOf(all, { stage, by });
          for (const { section, rows, total, notAsked = 0 } of groups) {
            expect(sum(rows)).toBe(total);
            if (section !== undefined) expect(total + notAsked).toBe(stays);
          }
        }
      }),
      { seed: 20210402, numRuns: 200 },
    );
  });
});

const sum = (parts: readonly { readonly n: number }[]): number => parts.reduce((all, { n }) => all + n, 0);
