import type { Audit } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten, narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { lateBy } from './breach.js';
import type { ResolveEscalation } from './commands.js';
import type { EscalationContext } from './context.js';
import type { EscalationEvent } from './events.js';
import type { Escalation } from './state.js';
import { cannotEnd, notInCharge } from './who-acts.js';

/**
 * Refusals: not-permitted, those of `cannotEnd`, code-malformed, done-missing, child-record-missing, referred-only,
 * not-a-date, in-the-future, before-escalation.
 */
export const resolveEscalation = (
  command: ResolveEscalation,
  state: Escalation,
  audit: Audit,
  context: EscalationContext,
): Decision<EscalationEvent> => {
  const { actor, now } = context;
  const { whatCode, whatWasDone, doneOn, onChildRecordSince } = command;
  const days = [doneOn, ...(onChildRecordSince === undefined ? [] : [onChildRecordSince])];
  const refusal =
    notInCharge(state, context) ??
    cannotEnd(actor.person, state, audit, context) ??
    needsCode(whatCode) ??
    (state.restricted ? written(command) : notWritten(command)) ??
    wrongDay(days, state, context);
  if (refusal !== null) return refusal;
  return accept(
    {
      type: 'EscalationResolved',
      facts: { by: actor.person, whatCode, doneOn, onChildRecordSince: onChildRecordSince ?? null },
      narrative: narrative({ whatWasDone }),
    },
    ...lateBy(state, now, 'resolved-late'),
  );
};

const notWritten = ({ whatWasDone, onChildRecordSince }: ResolveEscalation): Decision<never> | null => {
  if (!isWritten(whatWasDone)) return refuse('done-missing', 'Write down what was done.');
  return onChildRecordSince === undefined
    ? refuse('child-record-missing', "Put it on the child's record, and say since when it is there.")
    : null;
};

const written = ({ whatWasDone, onChildRecordSince }: ResolveEscalation): Decision<never> | null =>
  isWritten(whatWasDone) || onChildRecordSince !== undefined
    ? refuse(
        'referred-only',
        "This is about staff: record the code and the day alone, no words and nothing on the child's record.",
      )
    : null;

/** Every day is one on which it can have been done: from the day on which it was raised until today. */
const wrongDay = (
  days: readonly IsoDate[],
  { raisedAt }: Escalation,
  { now }: EscalationContext,
): Decision<never> | null => {
  const [raised, today] = [londonDate(raisedAt), londonDate(now)];
  for (const date of days) {
    if (!isIsoDate(date)) return refuse('not-a-date', 'Write the day as YYYY-MM-DD.', { date });
    if (date > today) return refuse('in-the-future', 'Record it once it has been done.', { date });
    if (date < raised) {
      return refuse(
        'before-escalation',
        `It was raised on ${raised}; what was done before does not answer it.`,
        {
          date,
        },
      );
    }
  }
  return null;
};
