import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
import { askedSections } from '../grading-distribution/asked-sections.js';
import { gradedTools } from '../grading-distribution/graded-tool.js';
import type { GradesAskedFor } from '../grading-distribution/grades-asked-for.js';
import { gradesFigure } from '../grading-distribution/grades-figure.js';
import { gradedAudits, gradedCycles, type GradedAudit } from '../grading-distribution/rows.js';
import { gradeTrend } from './figure.js';

const gradesOf = (history: History['events'], audits: readonly GradedAudit[]): GradesAskedFor => {
  const cycles = foldAll(gradedCycles, history);
  return { cycles, audits, asked: askedSections(cycles, foldAll(gradedTools, history)) };
};

/** Cycles with these versions of the tool; each is closed where it says so. */
function cyclesOf(...planned: readonly (readonly [version: number, closed: boolean])[]): History {
  const history = new History()
    .add('audit-tool', TOOL.id, 'ToolDrafted', draftedFacts(1, { plan: [] }))
    .add('audit-tool', TOOL.id, 'ToolDrafted', draftedFacts(2, { plan: [], voice: [] }));
  planned.forEach(([version, closed], at) => {
    const id = idOf('cycle', at + 1);
    history.add('cycle', id, 'CyclePlanned', plannedFacts({ tool: { id: TOOL.id, version } }));
    if (closed)
      history.add('cycle', id, 'CycleClosed', {
        ...{
          closedBy: 'x',
          closedOn: '2021-06-30',
          withoutGrade: [],
          reasonCode: null,
          moderationSecret: 's',
        },
      });
  });
  return history;
}

const good = (n: number, cycle: number): GradedAudit =>
  gradedAudit(n, {
    cycle: idOf('cycle', cycle),
    submittedGrade: 'good',
    finalGrade: 'good',
    sections: { voice: 'inadequate' },
  });

describe('the trend of grades', () => {
  it('has a line for each version of a tool, and never joins two', () => {
    const { events } = cyclesOf([1, true], [1, true], [2, true]);
    const { lines } = gradeTrend(gradesOf(events, [good(1, 1), good(2, 2), good(3, 3)]), { stage: 'final' });
    expect(
      lines.map(({ toolVersion, points, chart }) => [toolVersion, points.length, chart.ofPoints]),
    ).toEqual([
      [1, 2, 2],
      [2, 1, 1],
    ]);
  });

  it('shows cycles that are not closed, or have no grade, and leaves them out of the chart', () => {
    const { events } = cyclesOf([1, true], [1, true], [1, false]);
    const [line] = gradeTrend(gradesOf(events, [good(1, 1), good(2, 3), gradedAudit(3)]), {
      stage: 'final',
    }).lines;
    expect(line?.points).toMatchObject([
      { notInChart: null, total: 2, graded: 1, goodOrBetter: { n: 1, of: 1, boundsOfAll: [50, 100] } },
      { notInChart: 'n=0', total: 0, goodOrBetter: { percent: null, reason: 'n=0' } },
      { notInChart: 'not-closed', cycle: { status: 'planned' }, graded: 1 },
    ]);
    expect(line?.chart).toMatchObject({ kind: 'run', ofPoints: 1, median: 100 });
  });

  it('of a section has no line for tools without it', () => {
    const { events } = cyclesOf([1, true], [2, true]);
    const trend = gradeTrend(gradesOf(events, [good(1, 1), good(2, 2)]), {
      stage: 'final',
      section: 'voice',
    });
    expect(trend).toMatchObject({
      section: { code: 'voice' },
      lines: [{ toolVersion: 2, points: [{ goodOrBetter: { n: 0, of: 1, percent: 0 } }] }],
    });
  });

  it('shows every case of every cycle once, whatever happens', () => {
    fc.assert(
      fc.property(longHistory, fc.constantFrom('auditor', 'final'), (events, stage) => {
        const audits = foldAll(gradedAudits, events);
        const cycles = foldAll(gradedCycles, events).map(({ id }) => id);
        const all = gradesOf(
          events,
          audits.filter(({ cycle }) => cycles.includes(cycle)),
        );
        const whole = gradesFigure(all, { stage });
        const { lines } = gradeTrend(all, { stage });
        const points = lines.flatMap((line) => line.points);
        for (const count of ['total', 'graded', 'withdrawn', 'noGradeRecorded', 'inProgress'] as const)
          expect(points.reduce((sum, point) => sum + point[count], 0)).toBe(whole[count]);
        expect(points.map(({ cycle }) => cycle.id).sort()).toEqual([...cycles].sort());
        for (const { points: shown, chart } of lines)
          expect(shown.filter(({ notInChart }) => notInChart === null)).toHaveLength(chart.ofPoints);
      }),
      { seed: 20210409, numRuns: 200 },
    );
  });
});
