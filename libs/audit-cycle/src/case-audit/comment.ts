import { accept, refuse, type Decision } from '../decider.js';
import { conflictOfInterest, type ConflictCode } from '../person/independence.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import type { CommentOnAccuracy } from './commands.js';
import type { InOpenCycle } from './context.js';
import type { CaseAuditEvent, CommentRole } from './events.js';
import type { Audit } from './state.js';

/** What ties somebody to the case who comments in that role. */
const TIES: Readonly<Record<CommentRole, readonly ConflictCode[]>> = {
  practitioner: ['own-case', 'own-team'],
  manager: ['supervises-worker', 'own-team'],
};

/**
 * For those alone who work with the child, or manage who does; it changes no grade. On an audit that never
 * became final until its cycle closes, else until its last day. Refusals: not-of-the-case, comment-too-late.
 */
export function commentOnAccuracy(
  { role, accurate, comment }: CommentOnAccuracy,
  { selected, status, commentsUntil }: Audit,
  { actor, people, now, cycle }: InOpenCycle,
): Decision<CaseAuditEvent> {
  const today = londonDate(now);
  const tie = conflictOfInterest(actor.person, selected, people, today);
  if (tie === null || !TIES[role].includes(tie)) {
    return refuse('not-of-the-case', 'Only those who work with the child, and their managers, can do this.', {
      role,
    });
  }
  if (cycle.status === 'closed' && status !== 'finalised') {
    return refuse(
      'comment-too-late',
      'The cycle closed without a final grade of this audit. Speak to a quality assurance lead.',
    );
  }
  return commentsUntil !== null && today > commentsUntil
    ? refuse('comment-too-late', 'The days for comments on this audit are over.', { commentsUntil })
    : accept({
        type: 'PractitionerCommented',
        facts: { by: actor.person, role, accurate },
        narrative: narrative({ comment }),
      });
}
