import { accept, refuse, type Decision } from '../decider.js';
import type { Policy } from '../policy/policy.js';
import { addDays, addMonths, isIsoDate } from '../vocabulary/calendar.js';
import type { Period } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { needsRole } from '../vocabulary/needs-role.js';
import type { OpenRound } from './commands.js';
import type { FrozenAudits, ReviewRoundContext } from './context.js';
import type { ReviewRoundEvent } from './events.js';

/**
 * Refusals: not-permitted, code-malformed, policy-missing, panel-missing, half-year-invalid, half-year-not-over, frame-empty,
 * sample-size-outside-policy.
 */
export function openRound(command: OpenRound, context: ReviewRoundContext): Decision<ReviewRoundEvent> {
  const { actor, now, policy, frame } = context;
  const { halfYear, panel, sampleSize, whyCode, why } = command;
  const refusal =
    needsRole(actor, 'qa-lead') ?? needsCode(whyCode, ...panel.map(({ from }) => from)) ?? noPanel(command);
  if (refusal) return refusal;
  if (policy === null) return refuse('policy-missing', 'Adopt a policy first: it says how many are drawn.');
  const asAt = londonDate(now);
  const wrong = wrongPeriod(halfYear, policy, asAt);
  if (wrong) return wrong;
  if (frame === null) throw new Error('The audits of the half-year were not looked up');
  const size = wrongSize(sampleSize, policy, frame);
  if (size) return size;
  const { digest, audits, precision } = frame;
  if (precision === null) throw new Error('What the sample buys was not worked out');
  return accept({
    type: 'RoundOpened',
    facts: {
      ...{ halfYear, panel, sampleSize, precision, whyCode },
      frame: { digest, audits, asAt },
      voicesShown: policy.external.voicesShown,
      openedBy: actor.person,
    },
    narrative: narrative({ why }),
  });
}

const noPanel = ({ panel }: OpenRound): Decision<never> | null =>
  panel.length > 0 ? null : refuse('panel-missing', 'Say where the reviewers come from: at least one body.');

function wrongPeriod({ from, to }: Period, { external }: Policy, today: string): Decision<never> | null {
  const { months } = external;
  if (!isIsoDate(from) || !isIsoDate(to) || to !== addDays(addMonths(from, months), -1)) {
    return refuse('half-year-invalid', `Give the first and the last day of ${months} months in a row.`, {
      months,
    });
  }
  return to < today
    ? null
    : refuse('half-year-not-over', 'Wait until the last day is over: audits can still become final in it.');
}

/** A list that is shorter than the fewest is taken whole. */
function wrongSize(size: number, { external }: Policy, { audits }: FrozenAudits): Decision<never> | null {
  if (audits === 0) return refuse('frame-empty', 'No audit became final in these months.');
  const fewest = Math.min(external.fewest, audits);
  const most = Math.min(external.most, audits);
  return Number.isInteger(size) && size >= fewest && size <= most
    ? null
    : refuse(
        'sample-size-outside-policy',
        `Draw ${fewest === most ? fewest : `${fewest} to ${most}`} of these ${audits} audits.`,
        { fewest, most, audits },
      );
}
