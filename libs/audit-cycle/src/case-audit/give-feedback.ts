import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { Earlier } from '../vocabulary/wrong-day.js';
import type { GiveFeedback } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent } from './events.js';
import { auditedCase, hadPartIn } from './had-part-in.js';
import type { Audit } from './state.js';
import { unheldTalk } from './unheld-talk.js';

/** By the auditor, the moderator or a qa-lead, once. Refusals: not-permitted, already-given, feedback-to-nobody, feedback-to-oneself, those of `unheldTalk`. */
export function giveFeedback(
  { to, on, notes }: GiveFeedback,
  state: Audit,
  context: InOpenCycle,
): Decision<CaseAuditEvent> {
  const { actor } = context;
  const refused = hadPartIn(actor.person, state) ? null : needsRole(actor, 'qa-lead');
  if (refused) return refused;
  if (state.feedbackGiven) return refuse('already-given', 'The feedback on this audit has been given.');
  if (to.length === 0) return refuse('feedback-to-nobody', 'Say who was given the feedback.');
  if (to.includes(actor.person) || to.some((person) => auditedCase(person, state))) {
    return refuse(
      'feedback-to-oneself',
      'Feedback is for those who work with the child, not for who audited the case or gives it. Name them.',
    );
  }
  return (
    unheldTalk(on, to, context, afterFinal(state)) ??
    accept({
      type: 'FeedbackGiven',
      facts: { by: actor.person, to, on },
      narrative: narrative({ notes }),
    })
  );
}

/** Asked once the audit is final: before, the way of an audit leaves no feedback. */
const afterFinal = ({ finalisedOn }: Audit): Earlier | undefined =>
  finalisedOn === null ? undefined : { what: 'The audit became final', on: finalisedOn };
