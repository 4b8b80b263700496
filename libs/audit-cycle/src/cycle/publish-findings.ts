import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { PublishFindings } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Only a closed cycle has findings: before that its figures still move.
 * Refusals: not-permitted, not-closed, already-published, not-a-date, in-the-future, text-missing.
 */
export function publishFindings(
  { on, summary }: PublishFindings,
  { status, findingsPublished }: Cycle,
  { actor, now }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (status !== 'closed') return refuse('not-closed', 'Close the cycle first.');
  if (findingsPublished) {
    return refuse('already-published', 'The findings of this cycle are published already.');
  }
  if (!isIsoDate(on)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.');
  if (on > londonDate(now)) {
    return refuse('in-the-future', 'Record the publication on the day, or after it.');
  }
  if (!isWritten(summary)) return refuse('text-missing', 'Write down what the cycle found.');
  return accept({ type: 'FindingsPublished', facts: { by: actor.person, on }, narrative: { summary } });
}
