import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
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
 * One round for the same months: another draw would be another chance, so it says which round it replaces, and why.
 * Refusals: not-permitted, code-malformed, policy-missing, panel-missing, unknown-person, half-year-invalid, half-year-not-over,
 * half-year-taken, nothing-to-replace, already-opened, frame-empty, sample-size-outside-policy.
 */
export function openRound(command: OpenRound, context: ReviewRoundContext): Decision<ReviewRoundEvent> {
  const { actor, now, policy, frame, inTurn } = context;
  const { halfYear, panel, sampleSize, whyCode, why, replaces } = command;
  const refusal =
    needsRole(actor, 'qa-lead') ??
    needsCode(whyCode, replaces?.reasonCode, ...panel.map(({ from }) => from)) ??
    noPanel(command, context);
  if (refusal) return refusal;
  if (policy === null) return refuse('policy-missing', 'Adopt a policy first: it says how many are drawn.');
  const asAt = londonDate(now);
  const wrong = wrongPeriod(halfYear, policy, asAt) ?? anotherRound(command, context);
  if (wrong) return wrong;
  if (!inTurn) return anotherWasFirst();
  if (frame === null) throw new Error('The audits of the half-year were not looked up');
  const size = wrongSize(sampleSize, policy, frame);
  if (size) return size;
  const { digest, audits, precision } = frame;
  const { reliableFromPercent, limitsFromPercent } = policy.external;
  if (precision === null) throw new Error('What the sample buys was not worked out');
  return accept({
    type: 'RoundOpened',
    facts: {
      ...{ halfYear, panel, sampleSize, precision, whyCode },
      frame: { digest, audits, asAt },
      replaces: replaces ?? null,
      voicesShown: policy.external.voicesShown,
      rule: { reliableFromPercent, limitsFromPercent },
      openedBy: actor.person,
    },
    narrative: narrative({ why }),
  });
}

/** Rounds are opened one at a time: their months are compared before, and never with those of one that nobody could see yet. */
export const anotherWasFirst = (): Decision<never> =>
  refuse(
    'already-opened',
    'Another round was opened at the same moment. Look at it, and open yours again where it is still needed.',
  );

function noPanel({ panel }: OpenRound, { people }: ReviewRoundContext): Decision<never> | null {
  if (panel.length === 0) {
    return refuse('panel-missing', 'Say where the reviewers come from: at least one body.');
  }
  const unknown = panel.flatMap(({ person }) =>
    person !== null && lookedUp(people, person).joined === null ? [person] : [],
  );
  return unknown.length === 0
    ? null
    : refuse('unknown-person', 'Somebody of the panel never joined. Choose people of the directory.', {
        unknown,
      });
}

function anotherRound({ replaces }: OpenRound, { sameMonths }: ReviewRoundContext): Decision<never> | null {
  if (sameMonths.every((round) => round === replaces?.round)) {
    return replaces === undefined || sameMonths.length > 0
      ? null
      : refuse('nothing-to-replace', 'The round that this one would replace has no month in common with it.');
  }
  return refuse(
    'half-year-taken',
    'There is a round of these months already. Go on with it, or name it as the one that this replaces, with the reason.',
    { rounds: sameMonths },
  );
}

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
