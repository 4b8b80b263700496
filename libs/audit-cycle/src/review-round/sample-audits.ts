import { accept, refuse, type Decision } from '../decider.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';
import type { ReviewRound } from './state.js';

/** One draw per round: a round that is drawn until it pleases shows nothing. Refusals: not-permitted, already-sampled. */
export function sampleAudits(state: ReviewRound, context: ReviewRoundContext): Decision<ReviewRoundEvent> {
  const { actor, draw, now } = context;
  const noRole = needsRole(actor, 'qa-lead');
  if (noRole) return noRole;
  if (state.sample !== null) return refuse('already-sampled', 'The audits of this round are drawn already.');
  if (draw === null) throw new Error('Nothing was drawn from the list of the round');
  const { seed, seedSource, strata, chosen } = draw;
  return accept({
    type: 'AuditsSampled',
    facts: {
      ...{ seed, seedSource, strata, chosen },
      drawnOn: londonDate(now),
      frameDigest: state.opened.frame.digest,
    },
    narrative: null,
  });
}
