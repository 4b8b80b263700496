import type { CycleSummary } from '../cycle-summary.js';
import type { GradedAudit } from '../grading-distribution/rows.js';
import { areasOf } from '../case-filters.js';
import { inOrder, tally } from '../in-order.js';
import { shareOf, type Share } from '../share.js';
import { codesOf, names, saysOfThemes, titleOf, type ThemeSide, type ThemeSources } from './theme-sources.js';

export const THEME_GROUPINGS = ['cohort', 'team', 'area'] as const;
export type ThemeGrouping = (typeof THEME_GROUPINGS)[number];

export interface ThemeRow {
  /** Code of the theme. */
  readonly theme: string;
  /** As the tool of the latest cycle that has it names it; null where no tool does. */
  readonly title: string | null;
  /** Graded cases of which the work was strong in it. */
  readonly strength: Share;
  /** Graded cases of which the work has to develop in it. */
  readonly development: Share;
  /** Actions about it that audits of these cases set, whatever became of them. */
  readonly actions: number;
}

/** What the last submitted grades say of themes. A case may name several on either side, so that rows do not add up to `graded`. */
export interface ThemesOfCases {
  /** Cases with a submitted grade that are not withdrawn: what every share is of. */
  readonly graded: number;
  /** Whether they are fewer than the policy rests a headline on. */
  readonly few: boolean;
  /** In the order of the codes. */
  readonly themes: readonly ThemeRow[];
}

export interface ThemesFigure extends ThemesOfCases {
  /** Cases that say nothing of themes, by why; with `graded` they are all cases. */
  readonly missing: readonly { readonly reason: 'withdrawn' | 'not-graded-yet'; readonly n: number }[];
  /** All actions that audits of these cases set; the sum over lines of enquiry, and over themes and `actionsWithoutTheme`. */
  readonly actions: number;
  readonly actionsWithoutTheme: number;
  /** In the order of the codes, null for none at the end. */
  readonly linesOfEnquiry: readonly { readonly lineOfEnquiry: string | null; readonly actions: number }[];
  /** Counts alone, the earliest cycle first; themes of different versions of a tool are not one line. */
  readonly trend: readonly ThemesOfCycle[];
}

export interface ThemesOfCycle extends Pick<
  CycleSummary,
  'id' | 'title' | 'periodTo' | 'tool' | 'toolVersion'
> {
  readonly graded: number;
  readonly themes: readonly {
    readonly theme: string;
    readonly strength: number;
    readonly development: number;
    readonly actions: number;
  }[];
}

/** @param fewest graded cases below which a headline rests on too few */
export function themesFigure({ audits, ...sources }: ThemeSources, fewest: number): ThemesFigure {
  const ids = new Set(audits.map(({ id }) => id));
  const actions = sources.actions.filter(({ audit }) => audit !== null && ids.has(audit));
  return {
    ...themesOfCases({ ...sources, audits, actions }, fewest),
    missing: tally(
      audits.flatMap((audit) =>
        saysOfThemes(audit) ? [] : audit.withdrawn === null ? 'not-graded-yet' : 'withdrawn',
      ),
    ),
    actions: actions.length,
    actionsWithoutTheme: actions.filter(({ theme }) => theme === null).length,
    linesOfEnquiry: inOrder(actions.map(({ lineOfEnquiry }) => lineOfEnquiry)).map((lineOfEnquiry) => ({
      lineOfEnquiry,
      actions: actions.filter((one) => one.lineOfEnquiry === lineOfEnquiry).length,
    })),
    trend: sources.cycles.map((cycle) => {
      const own = audits.filter((audit) => audit.cycle === cycle.id);
      const { graded, themes } = themesOfCases({ ...sources, cycles: [cycle], audits: own, actions }, fewest);
      const { id, title, periodTo, tool, toolVersion } = cycle;
      return {
        ...{ id, title, periodTo, tool, toolVersion, graded },
        themes: themes.map(({ theme, strength, development, ...row }) => ({
          ...{ theme, strength: strength.n, development: development.n, actions: row.actions },
        })),
      };
    }),
  };
}

/** The same of each group of cases, in their order; every theme of the whole is in each. */
export function themesOfGroups(
  sources: ThemeSources,
  fewest: number,
  by: ThemeGrouping,
): readonly (ThemesOfCases & { readonly group: string | null })[] {
  const areaOf = areasOf(sources.cycles);
  const groupOf = (audit: GradedAudit): string | null => (by === 'area' ? areaOf(audit) : audit[by]);
  const codes = codesOf(sources);
  return inOrder(sources.audits.map(groupOf)).map((group) => {
    const audits = sources.audits.filter((audit) => groupOf(audit) === group);
    return { group, ...themesOfCases({ ...sources, audits }, fewest, codes) };
  });
}

function themesOfCases(sources: ThemeSources, fewest: number, codes = codesOf(sources)): ThemesOfCases {
  const graded = sources.audits.filter(saysOfThemes);
  const ids = new Set(sources.audits.map(({ id }) => id));
  const share = (theme: string, side: ThemeSide): Share =>
    shareOf(graded.filter((audit) => names(audit, theme, side)).length, graded.length);
  return {
    graded: graded.length,
    few: graded.length < fewest,
    themes: codes.map((theme) => ({
      ...{ theme, title: titleOf(theme, sources) },
      ...{ strength: share(theme, 'strength'), development: share(theme, 'development') },
      actions: sources.actions.filter(
        (one) => one.theme === theme && one.audit !== null && ids.has(one.audit),
      ).length,
    })),
  };
}
