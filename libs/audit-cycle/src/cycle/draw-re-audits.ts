import { accept, refuse, type Decision } from '../decider.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { DrawReAudits } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';
import type { Cycle } from './state.js';

/**
 * Takes in a draw of re-audits, while the cycle is open and after it closed: actions are done weeks after their audit (rule 11).
 * It may be drawn again and again, as new audits become eligible; none stands in the list of a second draw, so drawing again gives
 * nobody another chance. Refusals: not-permitted, cycle-not-open, nothing-to-re-audit, sample-differs.
 */
export function drawReAudits(
  { seed }: DrawReAudits,
  { status, policy }: Cycle,
  { actor, reAuditDraw: draw }: CycleContext,
): Decision<CycleEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (draw === null || (status !== 'open' && status !== 'closed')) {
    return refuse('cycle-not-open', 'Open the cycle first.');
  }
  const { fromWeeks, toWeeks } = policy.reAudit;
  if (draw.chosen.length === 0) {
    return refuse(
      'nothing-to-re-audit',
      `No audit had the last of its actions reported done ${fromWeeks} to ${toWeeks} weeks ago, and no inadequate one is left. Draw again when one is.`,
    );
  }
  const supplied = draw.seedSource === 'supplied' ? draw.seed : undefined;
  return supplied !== seed
    ? refuse('sample-differs', 'The re-audits are not drawn with the seed that was given. Draw once more.')
    : accept({ type: 'ReAuditsDrawn', facts: draw, narrative: null });
}
