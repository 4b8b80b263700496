import type {
  ActionKind,
  ActionPriority,
  AuthorityId,
  Instant,
  IsoDate,
  WorkingCalendarState,
} from '#audit-cycle';
import { isOfAudit } from '../action-source.js';
import { calendarOf } from '../bank-holidays.js';
import { areasOf, cyclesAskedFor, unknownFilter, type CaseFilters } from '../case-filters.js';
import type { CycleSummary } from '../cycle-summary.js';
import { aboutFigure, type FigureAnswer } from '../grading-distribution/grades-asked-for.js';
import type { Look, ViewReader } from '../view-reader.js';
import {
  actionCompletionView,
  completionCalendars,
  completionCycles,
  completionPlaces,
  trackedActions,
  type TrackedActionOfAudit,
} from './rows.js';

/** What figures of actions are asked by, wherever the actions come from. */
export interface AnyActionsQuery {
  readonly authority: AuthorityId;
  /** In London; what was due before it and is open is overdue. */
  readonly today: IsoDate;
  readonly asOf?: Instant | undefined;
  readonly priority?: ActionPriority | undefined;
  readonly actionKind?: ActionKind | undefined;
}

/** What figures of the actions of cycles are asked by. Team and area are those of the team that is to act; the cohort is the child's. */
export interface ActionsQuery extends AnyActionsQuery, CaseFilters {
  /** Code of a theme of the audit tool. */
  readonly theme?: string | undefined;
  /** Code of one of the questions of the cycle. */
  readonly lineOfEnquiry?: string | undefined;
}

/** The actions that a figure is made of. */
export interface ActionsAskedFor {
  /** Those that audits of the cycles set. */
  readonly actions: readonly TrackedActionOfAudit[];
  /** The earliest first. */
  readonly cycles: readonly CycleSummary[];
  readonly calendar: WorkingCalendarState;
}

/** Works a figure out from the actions that the filters let in, all of it read in one look. */
export function figureOfActions<Figure extends object>(
  reader: ViewReader,
  query: ActionsQuery,
  work: (asked: ActionsAskedFor) => Figure,
): Promise<FigureAnswer<Figure>> {
  return reader.look(actionCompletionView, query.authority, async (look) => {
    const cycles = await cyclesAskedFor(look, completionCycles, query, query.asOf);
    const unknown = unknownFilter(cycles, query);
    if (unknown !== null) return { unknown };
    const actions = await actionsOf(look, cycles, query);
    const [holidays] = await look.rows(completionCalendars, { asOf: query.asOf });
    const figure = work({ actions, cycles, calendar: calendarOf(holidays) });
    return { ...figure, ...aboutFigure(cycles, look, query.asOf) };
  });
}

async function actionsOf(
  look: Look,
  cycles: readonly CycleSummary[],
  { cohort, team, area, priority, actionKind: kind, theme, lineOfEnquiry, asOf }: ActionsQuery,
): Promise<readonly TrackedActionOfAudit[]> {
  if (cycles.length === 0) return [];
  const inCycles = { in: cycles.map(({ id }) => id) };
  const rows = await look.rows(trackedActions, {
    where: { cycle: inCycles, team, priority, kind, theme, lineOfEnquiry },
    asOf,
  });
  const actions = rows.filter(isOfAudit);
  const areaOf = areasOf(cycles);
  const inArea = actions.filter((action) => area === undefined || areaOf(action) === area);
  if (cohort === undefined) return inArea;
  const places = await look.rows(completionPlaces, { where: { cycle: inCycles, cohort }, asOf });
  const ofCohort = new Set(places.map(({ id }) => id));
  return inArea.filter(({ audit }) => ofCohort.has(audit));
}
