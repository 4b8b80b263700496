import {
  dueState,
  ACTION_PRIORITIES,
  type ActionPriority,
  type IsoDate,
  type TeamName,
  type WorkingCalendarState,
} from '#audit-cycle';
import { inOrder } from '../in-order.js';
import { workingDaysBetween } from '../working-days-between.js';
import { isOverdue } from './figure.js';
import type { ActionProgress } from './rows.js';

/**
 * How far an open action is from the day on which it is due, in working days; each open action is in exactly one. Up to 5 includes what
 * was due on the last working day. `overdue-uncounted`: no bank holidays are published for the days since it was due.
 */
export const ACTION_BANDS = [
  'not-yet-due',
  'due-soon',
  'overdue-up-to-5',
  'overdue-6-to-20',
  'overdue-over-20',
  'overdue-uncounted',
] as const;
export type ActionBand = (typeof ACTION_BANDS)[number];

/** What ageing is judged by. */
export interface AgeingSettings<Action extends ActionProgress> {
  readonly today: IsoDate;
  readonly calendar: WorkingCalendarState;
  /** From so many working days before its due date an action is due soon. */
  readonly dueSoonWorkingDays: (action: Action) => number;
}

/** Null for an action that is not open. */
export function bandOf<Action extends ActionProgress>(
  action: Action,
  settings: AgeingSettings<Action>,
): ActionBand | null {
  const { today, calendar, dueSoonWorkingDays } = settings;
  if (action.status !== 'open') return null;
  if (!isOverdue(action, today)) {
    const state = dueState(action.due, today, calendar, dueSoonWorkingDays(action));
    return state === 'due-soon' ? 'due-soon' : 'not-yet-due';
  }
  const days = workingDaysBetween(calendar, action.due, today);
  if (days === null) return 'overdue-uncounted';
  return days <= 5 ? 'overdue-up-to-5' : days <= 20 ? 'overdue-6-to-20' : 'overdue-over-20';
}

/** Open actions by how far they are from the day on which they are due. */
export interface AgeingCounts {
  /** The sum of `bands`. */
  readonly open: number;
  readonly bands: readonly { readonly band: ActionBand; readonly n: number }[];
}

export interface Ageing extends AgeingCounts {
  /** Every priority, the most urgent first; adds up to the whole. */
  readonly byPriority: readonly (AgeingCounts & { readonly priority: ActionPriority })[];
  /** By the team that is to act, in their order, null for none at the end; adds up to the whole. */
  readonly byTeam: readonly (AgeingCounts & { readonly team: TeamName | null })[];
}

export function ageing<Action extends ActionProgress>(
  actions: readonly Action[],
  settings: AgeingSettings<Action>,
): Ageing {
  const open = actions.flatMap((action) => {
    const band = bandOf(action, settings);
    return band === null ? [] : [{ band, priority: action.priority, team: action.team }];
  });
  const counts = (some: readonly { readonly band: ActionBand }[]): AgeingCounts => ({
    open: some.length,
    bands: ACTION_BANDS.map((band) => ({ band, n: some.filter((one) => one.band === band).length })),
  });
  return {
    ...counts(open),
    byPriority: ACTION_PRIORITIES.map((priority) => ({
      priority,
      ...counts(open.filter((one) => one.priority === priority)),
    })),
    byTeam: inOrder(open.map(({ team }) => team)).map((team) => ({
      team,
      ...counts(open.filter((one) => one.team === team)),
    })),
  };
}
