import { median } from '#assurance-statistics';
import {
  ACTION_PRIORITIES,
  daysBetween,
  londonDate,
  type ActionPriority,
  type ActionStatus,
  type Instant,
  type IsoDate,
} from '#audit-cycle';
import type { AboutCycle } from '../cycle-summary.js';
import type { ActionProgress } from './rows.js';

/** What became of actions: `set` is the sum of open, reported done, the three verdicts and cancelled. */
export interface CompletionCounts {
  readonly set: number;
  readonly open: number;
  readonly reportedDone: number;
  readonly verifiedDone: number;
  readonly verifiedPartly: number;
  readonly verifiedNotDone: number;
  readonly cancelled: number;
  /** Part of open: due before the day that was asked for. */
  readonly overdue: number;
  /** Part of set: repeats an earlier action. */
  readonly repeats: number;
}

export interface CompletionFigure extends CompletionCounts {
  /**
   * Calendar days in London from setting to verifying, whatever the verdict, of the n actions that are verified: how long it is for the
   * child, which no clock of the policy counts. Actions that are still open are not in it, so it flatters while there are many of them.
   */
  readonly medianCalendarDaysToVerified:
    | { readonly value: number; readonly n: number }
    | { readonly value: null; readonly n: 0; readonly reason: 'n=0' };
  /** Every priority, the most urgent first; adds up to the whole. */
  readonly byPriority: readonly (CompletionCounts & { readonly priority: ActionPriority })[];
}

export interface ActionCompletion extends CompletionFigure, AboutCycle {
  /** The day in London that overdue was judged on. */
  readonly today: IsoDate;
}

/** The figure from the actions of one cycle. */
export function completionFigure(actions: readonly ActionProgress[], today: IsoDate): CompletionFigure {
  return {
    ...countsOf(actions, today),
    medianCalendarDaysToVerified: medianCalendarDaysToVerified(actions),
    byPriority: ACTION_PRIORITIES.map((priority) => ({
      priority,
      ...countsOf(
        actions.filter((action) => action.priority === priority),
        today,
      ),
    })),
  };
}

/** Open, and due before today: an action is not overdue on the day that it is due. */
export const isOverdue = (action: ActionProgress, today: IsoDate): boolean =>
  action.status === 'open' && action.due < today;

export function countsOf(actions: readonly ActionProgress[], today: IsoDate): CompletionCounts {
  const count = (status: ActionStatus): number => actions.filter((action) => action.status === status).length;
  return {
    set: actions.length,
    open: count('open'),
    reportedDone: count('reported-done'),
    verifiedDone: count('verified-done'),
    verifiedPartly: count('verified-partly'),
    verifiedNotDone: count('verified-not-done'),
    cancelled: count('cancelled'),
    overdue: actions.filter((action) => isOverdue(action, today)).length,
    repeats: actions.filter(({ repeats }) => repeats !== null).length,
  };
}

function medianCalendarDaysToVerified(
  actions: readonly ActionProgress[],
): CompletionFigure['medianCalendarDaysToVerified'] {
  const days = actions.flatMap(({ setAt, verifiedAt, status }) =>
    verifiedAt === null || status === 'cancelled' ? [] : daysToVerified(setAt, verifiedAt),
  );
  const middle = median(days);
  return middle.value === null
    ? { value: null, n: 0, reason: middle.reason }
    : { value: middle.value, n: days.length };
}

/** Never negative, also where two machines do not agree on the time. */
const daysToVerified = (setAt: Instant, verifiedAt: Instant): number =>
  Math.max(0, daysBetween(londonDate(setAt), londonDate(verifiedAt)));
