import { personNotHere } from '../case-audit/can-judge.js';
import type { Audit } from '../case-audit/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { lookedUp } from '../person/people.js';
import { isHere } from '../person/state.js';
import type { PersonId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import { needsCode } from '../vocabulary/needs-code.js';
import type { ReassignEscalation } from './commands.js';
import type { EscalationContext } from './context.js';
import type { EscalationEvent } from './events.js';
import { isKeptFrom } from './kept-from.js';
import type { Escalation } from './state.js';
import { cannotEnd, notInCharge } from './who-acts.js';

/** Refusals: not-permitted, same-named-person, person-not-here, those of `cannotEnd`, own-team, code-malformed. */
export const reassignEscalation = (
  { to, reasonCode }: ReassignEscalation,
  state: Escalation,
  audit: Audit,
  context: EscalationContext,
): Decision<EscalationEvent> => {
  const from = state.to;
  const notPermitted = notInCharge(state, context);
  if (notPermitted !== null) return notPermitted;
  if (to === from) return refuse('same-named-person', 'This is before that person already.');
  return (
    notHere(to, context) ??
    cannotEnd(to, state, audit, context) ??
    ofTheTeam(to, state, audit, context) ??
    needsCode(reasonCode) ??
    accept({ type: 'EscalationReassigned', facts: { from, to, reasonCode }, narrative: null })
  );
};

const notHere = (person: PersonId, { people, now }: EscalationContext): Decision<never> | null =>
  isHere(lookedUp(people, person), londonDate(now)) ? null : personNotHere(person);

const ofTheTeam = (
  person: PersonId,
  state: Escalation,
  { selected }: Audit,
  { people }: EscalationContext,
): Decision<never> | null =>
  isKeptFrom(person, state, selected, people)
    ? refuse('own-team', 'This is kept from the team of the child. Choose somebody outside it.', { person })
    : null;
