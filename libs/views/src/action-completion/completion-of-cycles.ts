import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  type ActionKind,
  type ActionPriority,
  type IsoDate,
  type TeamName,
} from '#audit-cycle';
import type { FigureAnswer } from '../grading-distribution/grades-asked-for.js';
import { inOrder } from '../in-order.js';
import type { ViewReader } from '../view-reader.js';
import { figureOfActions, type ActionsAskedFor, type ActionsQuery } from './actions-asked-for.js';
import { ageing, type Ageing, type AgeingSettings } from './ageing.js';
import { countsOf, type CompletionCounts } from './figure.js';
import { impactCounts, type ImpactCounts } from './impact.js';
import type { TrackedActionOfAudit } from './rows.js';
import { timesToComplete, type TimesToComplete } from './time-to.js';

/** What became of the actions of cycles. Every list of parts adds up to the whole. */
export interface CompletionOfCycles extends CompletionCounts {
  /** Every priority, the most urgent first. */
  readonly byPriority: readonly (CompletionCounts & { readonly priority: ActionPriority })[];
  /** By the team that is to act, in their order, null for none at the end. */
  readonly byTeam: readonly (CompletionCounts & { readonly team: TeamName | null })[];
  /** What was to be done beside what was to make a difference. */
  readonly byKind: readonly (CompletionCounts & {
    readonly kind: ActionKind;
    readonly impact: ImpactCounts;
  })[];
  readonly impact: ImpactCounts;
  readonly ageing: Ageing;
  readonly calendarDaysTo: TimesToComplete;
  /** The day in London that overdue was judged on. */
  readonly today: IsoDate;
}

/** What became of the actions that audits of one cycle set, or of several of one kind. */
export const completionOfCycles = (
  reader: ViewReader,
  query: ActionsQuery,
): Promise<FigureAnswer<CompletionOfCycles>> =>
  figureOfActions(reader, query, (asked) => completionFigureOf(asked, query.today));

export function completionFigureOf(asked: ActionsAskedFor, today: IsoDate): CompletionOfCycles {
  const { actions } = asked;
  const counts = (some: typeof actions): CompletionCounts => countsOf(some, today);
  return {
    ...counts(actions),
    byPriority: ACTION_PRIORITIES.map((priority) => ({
      priority,
      ...counts(actions.filter((one) => one.priority === priority)),
    })),
    byTeam: inOrder(actions.map(({ team }) => team)).map((team) => ({
      team,
      ...counts(actions.filter((one) => one.team === team)),
    })),
    byKind: ACTION_KINDS.map((kind) => {
      const those = actions.filter((one) => one.kind === kind);
      return { kind, ...counts(those), impact: impactCounts(those) };
    }),
    impact: impactCounts(actions),
    ageing: ageing(actions, ageingSettings(asked, today)),
    calendarDaysTo: timesToComplete(actions, today),
    today,
  };
}

/** An action is due soon by the policy of the cycle whose audit set it. */
export function ageingSettings(
  { cycles, calendar }: Pick<ActionsAskedFor, 'cycles' | 'calendar'>,
  today: IsoDate,
): AgeingSettings<TrackedActionOfAudit> {
  const byCycle = new Map(cycles.map(({ id, dueSoonWorkingDays }) => [id, dueSoonWorkingDays]));
  return { today, calendar, dueSoonWorkingDays: ({ cycle }) => byCycle.get(cycle)! };
}
