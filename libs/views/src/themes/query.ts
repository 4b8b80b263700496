import type { AuditId, ChildId, Cohort, CycleId, TeamName } from '#audit-cycle';
import type { UnknownFilter } from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import { gradedTools } from '../grading-distribution/graded-tool.js';
import {
  figureOfGrades,
  type FigureAnswer,
  type GradesQuery,
} from '../grading-distribution/grades-asked-for.js';
import { fewestOf } from '../fewest-of.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import {
  themesFigure,
  themesOfGroups,
  type ThemeGrouping,
  type ThemesFigure,
  type ThemesOfCases,
} from './figure.js';
import { names, saysOfThemes, type ThemeSide } from './theme-sources.js';
import { themedActions } from './themed-action.js';

export interface ThemesQuery extends GradesQuery {
  readonly by?: ThemeGrouping | undefined;
}

export interface Themes extends ThemesFigure {
  readonly by?: ThemeGrouping;
  /** Their graded cases add up to the whole. */
  readonly groups?: readonly (ThemesOfCases & { readonly group: string | null })[];
}

/** In which themes work was strong and in which it has to develop, and what was asked to be done about them. */
export const themesOfCycles = (reader: ViewReader, query: ThemesQuery): Promise<FigureAnswer<Themes>> =>
  figureOfGrades(reader, query, async ({ cycles, audits }, look) => {
    const { by, asOf } = query;
    const tools = await look.rows(gradedTools, { asOf });
    const actions = await look.rows(themedActions, {
      where: { cycle: { in: cycles.map(({ id }) => id) } },
      asOf,
    });
    const sources = { cycles, audits, tools, actions };
    const fewest = fewestOf(cycles).fewestPairs;
    const groups = by === undefined ? {} : { by, groups: themesOfGroups(sources, fewest, by) };
    return { ...themesFigure(sources, fewest), ...groups };
  });

/** One of the cases behind a theme. */
export interface ThemedCase {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly cohort: Cohort;
  readonly team: TeamName | null;
}

export interface ThemedCasesQuery extends GradesQuery {
  readonly theme: string;
  readonly side: ThemeSide;
}

/** The cases that name a theme, in the order of the children's ids. */
export async function listThemedCases(
  reader: ViewReader,
  query: ThemedCasesQuery & Paging,
): Promise<Page<ThemedCase> | { readonly unknown: UnknownFilter }> {
  const { theme, side } = query;
  const found = await figureOfGrades(reader, query, ({ audits }) => ({
    items: audits
      .filter((audit) => saysOfThemes(audit) && names(audit, theme, side))
      .map(({ id, cycle, child, cohort, team }) => ({ audit: id, cycle, child, cohort, team })),
  }));
  if ('unknown' in found) return found;
  const place = ({ child, audit }: ThemedCase) => ({ value: child, id: audit });
  return pageOfAll(query, found.items, place, BigInt(found.position));
}
