import { workingCalendarId } from '#authority-setup';
import {
  caseAudit,
  type Acting,
  type EscalationContext,
  type EscalationState,
  type OrderFor,
} from '#audit-cycle';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about an escalation needs: the audit it came from and that audit's cycle. */
export async function escalationContext(
  known: Known,
  { command }: OrderFor<'escalation'>,
  state: EscalationState,
  acting: Acting,
): Promise<EscalationContext> {
  const { authority, look, streams } = known;
  const auditId =
    state.status === 'not-opened' ? (command.type === 'OpenEscalation' ? command.audit : null) : state.audit;
  const audit =
    auditId === null ? caseAudit.initialState : (await streams.load(authority, 'case-audit', auditId)).state;
  return {
    ...acting,
    audit,
    cycle: cycleOf(known, audit.status === 'not-selected' ? null : audit.selected.cycle),
    calendar: look.of('working-calendar', workingCalendarId(authority)).state,
    people: everybody(known),
  };
}
