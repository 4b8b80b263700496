import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { CloseCycle } from './commands.js';
import type { CycleContext } from './context.js';
import type { CycleEvent } from './events.js';

/**
 * Audits that are neither finalised nor withdrawn hold the cycle open, or are closed without a grade for a reason (rule 10).
 * While the processes still select cases, nobody can say which audits there are.
 * Refusals: not-permitted, code-malformed, selection-outstanding, audits-unfinished.
 */
export function closeCycle(
  { reasonCode, reason }: CloseCycle,
  { actor, now, unfinished, selecting, secret }: CycleContext,
): Decision<CycleEvent> {
  const refused = needsRole(actor, 'qa-lead') ?? needsCode(reasonCode);
  if (refused) return refused;
  if (selecting > 0) {
    return refuse(
      'selection-outstanding',
      `Cases that are still being selected: ${selecting}. Try again in a moment.`,
      { count: selecting },
    );
  }
  const count = unfinished.length;
  if (count > 0 && (reasonCode === undefined || !isWritten(reason))) {
    return refuse(
      'audits-unfinished',
      `Audits neither finalised nor withdrawn: ${count}. Finish them, or record as a code and in words why the cycle closes without their grades.`,
      { count },
    );
  }
  if (secret === null) throw new Error('The moderation secret of this cycle was not looked up');
  return accept({
    type: 'CycleClosed',
    facts: {
      closedBy: actor.person,
      closedOn: londonDate(now),
      withoutGrade: unfinished,
      reasonCode: reasonCode ?? null,
      moderationSecret: secret,
    },
    narrative: narrative({ reason }),
  });
}
