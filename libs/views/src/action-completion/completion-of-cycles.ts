import type { IsoDate } from '#audit-cycle';
import type { FigureAnswer } from '../grading-distribution/grades-asked-for.js';
import type { ViewReader } from '../view-reader.js';
import { figureOfActions, type ActionsAskedFor, type ActionsQuery } from './actions-asked-for.js';
import type { AgeingSettings } from './ageing.js';
import { completionInParts, type CompletionInParts } from './completion-in-parts.js';
import type { TrackedActionOfAudit } from './rows.js';

/**
 * What became of the actions that audits of one cycle set, or of several of one kind. What surgeries set is in no cycle and not counted
 * here: `completionOfSurgeries` counts it, and every action is in the figure of its cycle or in that one.
 */
export const completionOfCycles = (
  reader: ViewReader,
  query: ActionsQuery,
): Promise<FigureAnswer<CompletionInParts>> =>
  figureOfActions(reader, query, (asked) => completionFigureOf(asked, query.today));

export const completionFigureOf = (asked: ActionsAskedFor, today: IsoDate): CompletionInParts =>
  completionInParts(asked.actions, ageingSettings(asked, today));

/** An action is due soon by the policy of the cycle whose audit set it. */
export function ageingSettings(
  { cycles, calendar }: Pick<ActionsAskedFor, 'cycles' | 'calendar'>,
  today: IsoDate,
): AgeingSettings<TrackedActionOfAudit> {
  const byCycle = new Map(cycles.map(({ id, dueSoonWorkingDays }) => [id, dueSoonWorkingDays]));
  return { today, calendar, dueSoonWorkingDays: ({ cycle }) => byCycle.get(cycle)! };
}
