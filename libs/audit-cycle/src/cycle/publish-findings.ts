import { accept, refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsRole } from '../vocabulary/needs-role.js';
import { wrongDay } from '../vocabulary/wrong-day.js';
import type { PublishFindings } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Only a closed cycle has findings: before that its figures still move.
 * Refusals: not-permitted, not-closed, already-published, those of `wrongDay`, text-missing.
 */
export function publishFindings(
  { on, summary }: PublishFindings,
  { closedOn, findingsPublished }: Cycle,
  context: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(context.actor, 'qa-lead');
  if (noRole) return noRole;
  if (closedOn === null) return refuse('not-closed', 'Close the cycle first.');
  if (findingsPublished) {
    return refuse('already-published', 'The findings of this cycle are published already.');
  }
  const otherDay = wrongDay(on, context, { what: 'The cycle was closed', on: closedOn });
  if (otherDay) return otherDay;
  if (!isWritten(summary)) return refuse('text-missing', 'Write down what the cycle found.');
  return accept({
    type: 'FindingsPublished',
    facts: { by: context.actor.person, on },
    narrative: { summary },
  });
}
