import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ExtendDeadline } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Moves the last day of the cycle's period; the work that is reviewed stays as it was planned.
 * Refusals: not-permitted, not-a-date, not-later, reason-missing, code-malformed.
 */
export function extendDeadline(
  { to, reasonCode, reason }: ExtendDeadline,
  { period }: Cycle,
  { actor }: CycleContext,
): Decision<CycleEvent> {
  const refused = needsRole(actor, 'qa-lead') ?? needsCode(reasonCode);
  if (refused) return refused;
  if (!isIsoDate(to)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.');
  if (to <= period.to) {
    return refuse('not-later', `The cycle runs until ${period.to} already. Choose a later day.`, {
      until: period.to,
    });
  }
  if (!isWritten(reason)) return refuse('reason-missing', 'Say why the audits may take longer.');
  return accept({
    type: 'DeadlineExtended',
    facts: { from: period.to, to, reasonCode, by: actor.person },
    narrative: { reason },
  });
}
