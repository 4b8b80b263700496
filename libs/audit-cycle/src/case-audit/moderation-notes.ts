import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsReason } from '../vocabulary/needs-reason.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { RecordMissedModeration, RecordModerationDiscussion } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { hadPartIn } from './had-part-in.js';
import type { Audit } from './state.js';
import { unheldTalk } from './unheld-talk.js';

/** Refusals: not-allocated-to-you, discussion-incomplete, those of `unheldTalk`. */
export function recordModerationDiscussion(
  { on, with: people, notes }: RecordModerationDiscussion,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  if (!hadPartIn(context.actor.person, state)) {
    return refuse('not-allocated-to-you', 'Only the auditor and the moderator of this case can do this.');
  }
  if (people.length === 0) {
    return refuse('discussion-incomplete', 'Say with whom the discussion was held.');
  }
  return (
    unheldTalk(on, people, context) ??
    accept({
      type: 'ModerationDiscussionHeld',
      facts: { on, with: people },
      narrative: narrative({ notes }),
    })
  );
}

/** It explains why a moderation is not there; it does not replace it. Refusals: not-permitted, moderation-not-required, already-missed, code-malformed, reason-missing. */
export function recordMissedModeration(
  { reasonCode, reason }: RecordMissedModeration,
  state: Audit,
  { actor }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (!state.moderationRequired) {
    return refuse('moderation-not-required', 'No rule asks for the moderation of this case.');
  }
  if (state.moderationMissed) {
    return refuse('already-missed', 'It is on record already that this moderation was missed.');
  }
  return (
    needsReason({ reasonCode, reason }) ??
    accept({
      type: 'ModerationMissed',
      facts: { reasonCode, by: actor.person },
      narrative: narrative({ reason }),
    })
  );
}
