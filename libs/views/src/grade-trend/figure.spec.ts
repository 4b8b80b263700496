import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grade } from '#audit-cycle';
import {
  draftedFacts,
  foldAll,
  gradedAudit,
  History,
  idOf,
  plannedFacts,
  longHistory,
  PERSON,
  TOOL,
} from '../testing.js';
import { askedSections } from '../grading-distribution/asked-sections.js';
import { gradedTools } from '../grading-distribution/graded-tool.js';
import type { GradesAskedFor } from '../grading-distribution/grades-asked-for.js';
import { gradesFigure } from '../grading-distribution/grades-figure.js';
import { gradedAudits, gradedCycles, type GradedAudit } from '../grading-distribution/rows.js';
import { gradeTrend, type GradeTrend, type TrendAsked } from './figure.js';

const gradesOf = (history: History['events'], audits: readonly GradedAudit[]): GradesAskedFor => {
  const cycles = foldAll(gradedCycles, history);
  return { cycles, audits, asked: askedSections(cycles, foldAll(gradedTools, history)) };
};

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const trendOf = (grades: GradesAskedFor, asked: TrendAsked): GradeTrend =>
  gradeTrend(grades, asked, {}, sha256Hex);

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
    const { lines } = trendOf(gradesOf(events, [good(1, 1), good(2, 2), good(3, 3)]), { stage: 'final' });
    expect(
      lines.map(({ toolVersion, points, chart }) => [toolVersion, points.length, chart.ofPoints]),
    ).toEqual([
      [1, 2, 2],
      [2, 1, 1],
    ]);
  });

  it('shows cycles that are not closed, or have no grade, and leaves them out of the chart', () => {
    const { events } = cyclesOf([1, true], [1, true], [1, false]);
    const [line] = trendOf(gradesOf(events, [good(1, 1), good(2, 3), gradedAudit(3)]), {
      stage: 'final',
    }).lines;
    expect(line?.points).toMatchObject([
      { notInChart: null, total: 2, graded: 1, goodOrBetter: { n: 1, of: 1, boundsOfAll: [50, 100] } },
      { notInChart: 'n=0', total: 0, goodOrBetter: { percent: null, reason: 'n=0' } },
      { notInChart: 'not-closed', cycle: { status: 'planned' }, graded: 1 },
    ]);
    expect(line?.chart).toMatchObject({ kind: 'run', ofPoints: 1, median: 100 });
  });

  it('says which line is which: of final grades, and of those that would be if everything had been moderated', () => {
    const { events } = cyclesOf([1, true], [1, true], [1, false]);
    const moderation = (n: number, theirs: Grade, cycle: number): GradedAudit => ({
      ...good(n, cycle),
      ...{ rules: ['random'], finalGrade: theirs },
      firstModeration: {
        ...{ moderator: PERSON, manner: 'seen', grade: theirs, sections: {} },
        at: '2021-05-04T09:00:00.000Z',
      },
    });
    // Of the first cycle half of what chance chose is lowered; nothing of the second was moderated; the third is not closed.
    const audits = [
      ...[moderation(1, 'good', 1), moderation(2, 'inadequate', 1), good(3, 1), good(4, 1)],
      ...[good(5, 2), moderation(6, 'good', 3)],
    ];
    const [line] = trendOf(gradesOf(events, audits), { stage: 'final' }).lines;
    expect(line?.points).toMatchObject([
      {
        goodOrBetter: { percent: 75 },
        intervals: { basis: 'finite-population', listed: 8, goodOrBetter: { percent: 75 } },
        moderationAdjusted: {
          adjusted: { goodOrBetter: { percent: 50 } },
          ...{ difference: -25, made: { seed: `moderation-adjusted|${idOf('cycle', 1)}`, replicates: 400 } },
        },
      },
      { moderationAdjusted: { adjusted: null, reason: 'none-moderated-by-chance' } },
      { moderationAdjusted: { difference: null, noDifferenceReason: 'cycle-open' } },
    ]);
    // By hand: 75 and 100, of which 87.5 lies in the middle; of adjusted ones 50 alone.
    expect(line?.chart).toMatchObject({ of: 'final-grades', kind: 'run', ofPoints: 2, median: 87.5 });
    expect(line?.adjustedChart).toMatchObject({ of: 'moderation-adjusted', ofPoints: 1, median: 50 });
    expect(trendOf(gradesOf(events, audits), { stage: 'auditor' }).lines[0]?.chart.of).toBe('first-grades');
  });

  it('is of what the lists would show, where strata were drawn with different chances', () => {
    const { events } = cyclesOf([1, true]);
    const inadequate = { finalGrade: 'inadequate', probability: 0.1 } as const;
    const [line] = trendOf(gradesOf(events, [good(1, 1), { ...good(2, 1), ...inadequate }]), {
      stage: 'final',
    }).lines;
    // One that stands for two, and one for ten.
    expect(line?.points[0]).toMatchObject({
      goodOrBetter: { percent: 50, interval95: null, noInterval: 'weights-needed' },
      intervals: { weights: { needed: true }, goodOrBetter: { percent: 16.7 } },
    });
    expect(line?.chart).toMatchObject({ median: 16.7 });
  });

  it('has intervals of one basis at all of its points', () => {
    const { events } = cyclesOf([1, true], [1, true]);
    const away = { ...good(2, 2), stratum: 'contact' };
    const trend = gradeTrend(
      gradesOf(events, [good(1, 1), away]),
      { stage: 'final' },
      { cohort: 'in-care' },
      sha256Hex,
    );
    // Of the first cycle alone the list would say how many are in care.
    expect(trend.lines[0]?.points.map(({ intervals }) => intervals.basis)).toEqual(['no-limit', 'no-limit']);
  });

  it('of a section has no line for tools without it', () => {
    const { events } = cyclesOf([1, true], [2, true]);
    const trend = trendOf(gradesOf(events, [good(1, 1), good(2, 2)]), {
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
        const { lines } = trendOf(all, { stage });
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
