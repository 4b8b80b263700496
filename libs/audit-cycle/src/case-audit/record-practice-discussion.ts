import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { auditorOnly } from './auditor-only.js';
import type { RecordPracticeDiscussion } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import type { Audit } from './state.js';
import { unheldTalk } from './unheld-talk.js';

/**
 * Refusals: not-the-auditor, discussion-incomplete, discussion-reason-missing, discussion-contradicts, not-a-date,
 * in-the-future, unknown-person, code-malformed.
 */
export function recordPracticeDiscussion(
  command: RecordPracticeDiscussion,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { held, on, reasonCode, notes } = command;
  return (
    auditorOnly(state, context) ??
    (held ? heldBadly(command, context) : notHeldBadly(command)) ??
    accept({
      type: 'PracticeDiscussionHeld',
      facts: { held, on: on ?? null, with: command.with, reasonCode: reasonCode ?? null },
      narrative: narrative({ notes }),
    })
  );
}

function heldBadly(command: RecordPracticeDiscussion, context: InOpenCycle): Decision<never> | null {
  if (command.on === undefined || command.with.length === 0) {
    return refuse('discussion-incomplete', 'Say on which day the discussion was held, and with whom.');
  }
  const notHeld = unheldTalk(command.on, command.with, context);
  if (notHeld) return notHeld;
  return command.reasonCode === undefined
    ? null
    : refuse('discussion-contradicts', 'A discussion that was held has no reason for not being held.');
}

function notHeldBadly({ on, with: people, reasonCode }: RecordPracticeDiscussion): Decision<never> | null {
  if (reasonCode === undefined) {
    return refuse('discussion-reason-missing', 'Give the reason why the discussion was not held.');
  }
  if (on !== undefined || people.length > 0) {
    return refuse('discussion-contradicts', 'A discussion that was not held has neither a day nor people.');
  }
  return needsCode(reasonCode);
}
