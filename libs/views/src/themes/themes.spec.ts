import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gradedTools } from '../grading-distribution/graded-tool.js';
import { gradedAudits, gradedCycles } from '../grading-distribution/rows.js';
import { foldAll, gradedAudit, idOf, longHistory, plannedFacts, History } from '../testing.js';
import { THEME_GROUPINGS, themesFigure, themesOfGroups } from './figure.js';
import { names, saysOfThemes, type ThemeSources } from './theme-sources.js';
import { themedActions, type ThemedAction } from './themed-action.js';

const CYCLES = foldAll(
  gradedCycles,
  new History().add('cycle', idOf('cycle', 1), 'CyclePlanned', plannedFacts()).events,
);
const TOOLS = [
  {
    id: CYCLES[0]!.tool,
    versions: { 1: { sections: {}, themes: { visits: 'Visits to the child', plans: 'Plans' } } },
  },
];
const action = (n: number, theme: string | null, audit = 1): ThemedAction => ({
  ...{ id: idOf('improvement-action', n), audit: idOf('case-audit', audit), cycle: idOf('cycle', 1) },
  ...{ theme, lineOfEnquiry: theme },
});

describe('themes', () => {
  const sources: ThemeSources = {
    cycles: CYCLES,
    tools: TOOLS,
    audits: [
      gradedAudit(1, {
        submittedGrade: 'good',
        team: 'North',
        strengths: ['visits'],
        development: ['voice'],
      }),
      gradedAudit(2, { submittedGrade: 'good', team: 'South', strengths: ['visits'] }),
      gradedAudit(3, { submittedGrade: null, team: 'South' }),
      gradedAudit(4, {
        submittedGrade: 'good',
        team: 'South',
        strengths: ['plans'],
        withdrawn: 'selected-in-error',
      }),
    ],
    actions: [action(1, 'visits'), action(2, null), action(3, 'visits', 99)],
  };

  it('are shares of the graded cases, under the name that the tool has for them, with the actions about them', () => {
    expect(themesFigure(sources, 30)).toMatchObject({
      graded: 2,
      few: true,
      themes: [
        { theme: 'plans', title: 'Plans', strength: { n: 0, of: 2 }, actions: 0 },
        { theme: 'visits', title: 'Visits to the child', strength: { n: 2, of: 2 }, actions: 1 },
        { theme: 'voice', title: null, development: { n: 1, of: 2, percent: 50 } },
      ],
      missing: [
        { reason: 'not-graded-yet', n: 1 },
        { reason: 'withdrawn', n: 1 },
      ],
      ...{ actions: 2, actionsWithoutTheme: 1 },
      linesOfEnquiry: [
        { lineOfEnquiry: 'visits', actions: 1 },
        { lineOfEnquiry: null, actions: 1 },
      ],
      trend: [{ graded: 2, themes: [{ theme: 'plans' }, { theme: 'visits', strength: 2, actions: 1 }, {}] }],
    });
    expect(themesFigure(sources, 2).few).toBe(false);
  });

  it('of groups have the themes of the whole', () => {
    expect(themesOfGroups(sources, 30, 'team')).toMatchObject([
      { group: 'North', graded: 1, themes: [{}, {}, { theme: 'voice', development: { n: 1, of: 1 } }] },
      { group: 'South', graded: 1, themes: [{}, {}, { theme: 'voice', development: { n: 0, of: 1 } }] },
    ]);
  });
});

it('themes add up for whatever happens', () => {
  fc.assert(
    fc.property(longHistory, (events) => {
      const cycles = foldAll(gradedCycles, events);
      const known = new Set(cycles.map(({ id }) => id));
      const audits = foldAll(gradedAudits, events)
        .filter(({ cycle }) => known.has(cycle))
        .map((one, n) => ({ ...one, strengths: n % 2 === 0 ? ['visits'] : [], development: ['voice'] }));
      const actions = foldAll(themedActions, events);
      const sources = { cycles, audits, actions, tools: foldAll(gradedTools, events) };
      const figure = themesFigure(sources, 30);
      const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);
      expect(figure.graded + total(figure.missing.map(({ n }) => n))).toBe(audits.length);
      expect(total(figure.linesOfEnquiry.map((row) => row.actions))).toBe(figure.actions);
      expect(total(figure.themes.map((row) => row.actions)) + figure.actionsWithoutTheme).toBe(
        figure.actions,
      );
      expect(total(figure.trend.map(({ graded }) => graded))).toBe(figure.graded);
      for (const { theme, strength, development } of figure.themes) {
        const leads = (side: 'strength' | 'development') =>
          audits.filter((one) => saysOfThemes(one) && names(one, theme, side)).length;
        expect([strength.n, development.n]).toEqual([leads('strength'), leads('development')]);
        const counts = figure.trend.flatMap(({ themes }) => themes.filter((one) => one.theme === theme));
        expect(total(counts.map((one) => one.strength))).toBe(strength.n);
      }
      for (const by of THEME_GROUPINGS)
        expect(total(themesOfGroups(sources, 30, by).map(({ graded }) => graded))).toBe(figure.graded);
    }),
    { seed: 20211122, numRuns: 200 },
  );
});
