import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ExtendDeadline } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Moves the last day of the cycle's period; the work that is reviewed stays as it was planned.
 * Refusals: not-permitted, code-malformed, reason-missing, not-a-date, not-later, due-in-the-past.
 */
export function extendDeadline(
  { to, reasonCode, reason }: ExtendDeadline,
  { period }: Cycle,
  { actor, now }: CycleContext,
): Decision<CycleEvent> {
  const refused =
    needsRole(actor, 'qa-lead') ??
    needsReason({ reasonCode, reason }, 'Say why the audits may take longer, as a code and in words.');
  if (refused) return refused;
  if (!isIsoDate(to)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.');
  if (to <= period.to) {
    return refuse('not-later', `The cycle runs until ${period.to} already. Choose a later day.`, {
      until: period.to,
    });
  }
  const today = londonDate(now);
  if (to < today) return refuse('due-in-the-past', 'That day has passed already.', { today });
  return accept({
    type: 'DeadlineExtended',
    facts: { from: period.to, to, reasonCode, by: actor.person },
    narrative: { reason },
  });
}
