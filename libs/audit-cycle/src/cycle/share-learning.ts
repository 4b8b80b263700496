import { accept, refuse, type Decision } from '../decider.js';
import { isWritten } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ShareLearning } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Learning need not wait until a cycle is closed, but there is none before its audits begin.
 * Refusals: not-permitted, cycle-not-open, code-malformed, text-missing.
 */
export function shareLearning(
  { with: audience, how, text }: ShareLearning,
  { status }: Cycle,
  { actor }: CycleContext,
): Decision<CycleEvent> {
  const refused = needsRole(actor, 'qa-lead', 'service-leader') ?? needsCode(audience, how);
  if (refused) return refused;
  if (status !== 'open' && status !== 'closed') return refuse('cycle-not-open', 'Open the cycle first.');
  if (!isWritten(text)) return refuse('text-missing', 'Write down what was shared.');
  return accept({
    type: 'LearningShared',
    facts: { by: actor.person, with: audience, how },
    narrative: { text },
  });
}
