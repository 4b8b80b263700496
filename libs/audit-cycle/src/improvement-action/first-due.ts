import { refuse, type Decision } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { ActionToSet } from './commands.js';
import type { ImprovementActionContext } from './context.js';

/**
 * By priority, or for an action on impact its own span, in working days after today. An earlier day may be set;
 * a later one would be a move without approval. Refusals: not-a-date, due-in-the-past, due-after-policy, calendar-too-short.
 */
export const firstDue = (
  { due, kind, priority }: Pick<ActionToSet, 'due' | 'kind' | 'priority'>,
  actionDue: Policy['actionDue'],
  { calendar, now }: Pick<ImprovementActionContext, 'calendar' | 'now'>,
): IsoDate | Decision<never> => {
  const today = londonDate(now);
  const days = kind === 'impact' ? actionDue.impact : actionDue[priority];
  const latest = addWorkingDays(calendar, today, days);
  if (latest === null) {
    return refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days });
  }
  if (due === undefined) return latest;
  if (!isIsoDate(due)) return refuse('not-a-date', 'Write the due date as YYYY-MM-DD.', { date: due });
  if (due < today) return refuse('due-in-the-past', 'The due date has passed already.', { due });
  return due <= latest
    ? due
    : refuse('due-after-policy', `The policy asks for ${latest} or earlier. Have it moved with approval.`, {
        latest,
      });
};
