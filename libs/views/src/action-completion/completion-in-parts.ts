import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  type ActionKind,
  type ActionPriority,
  type IsoDate,
  type TeamName,
} from '#audit-cycle';
import { inOrder } from '../in-order.js';
import { ageing, type Ageing, type AgeingSettings } from './ageing.js';
import { countsOf, type CompletionCounts } from './figure.js';
import { impactCounts, type ImpactCounts } from './impact.js';
import type { ActionProgress } from './rows.js';
import { timesToComplete, type TimesToComplete } from './time-to.js';

/** What became of actions. Every list of parts adds up to the whole. */
export interface CompletionInParts extends CompletionCounts {
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

export function completionInParts<Action extends ActionProgress>(
  actions: readonly Action[],
  settings: AgeingSettings<Action>,
): CompletionInParts {
  const { today } = settings;
  const counts = (some: readonly Action[]): CompletionCounts => countsOf(some, today);
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
    ageing: ageing(actions, settings),
    calendarDaysTo: timesToComplete(actions, today),
    today,
  };
}
