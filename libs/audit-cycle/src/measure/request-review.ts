import { accept, refuse, type Decision } from '../decider.js';
import type { Acting } from '../vocabulary/acting.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { RequestReview } from './commands.js';
import type { MeasureEvent } from './events.js';
import type { Measure } from './state.js';
import { wrongPeriod } from './wrong-period.js';

/** Refusals: review-already-requested, code-malformed, and those of `wrongPeriod`. */
export const requestReview = (
  { period, why }: RequestReview,
  { reviewRequested }: Measure,
  acting: Acting,
): Decision<MeasureEvent> =>
  reviewRequested !== null
    ? refuse('review-already-requested', 'A review of this measure is asked for, and was not held yet.', {
        period: reviewRequested.period,
        why: reviewRequested.why,
      })
    : (needsCode(why) ??
      wrongPeriod(period, acting) ??
      accept({
        type: 'ReviewRequested',
        facts: { period, why, by: acting.actor.person },
        narrative: null,
      }));
