import { workingCalendarId } from '#authority-setup';
import type { Acting, CaseAuditContext, CaseAuditState, OrderFor } from '#audit-cycle';
import { actionsOfAudit } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about an audit needs. */
export async function caseAuditContext(
  known: Known,
  { id, command }: OrderFor<'case-audit'>,
  state: CaseAuditState,
  acting: Acting,
): Promise<CaseAuditContext> {
  const selected = state.status === 'not-selected' ? null : state.selected;
  const facts = selected ?? (command.type === 'SelectCase' ? command.facts : null);
  const tool = facts === null ? null : known.look.of('audit-tool', facts.tool.id);
  return {
    ...acting,
    cycle: cycleOf(known, facts?.cycle ?? null),
    tool: tool === null || tool.revision === null ? null : tool.state,
    people: everybody(known),
    calendar: known.look.of('working-calendar', workingCalendarId(known.authority)).state,
    actionsSet: command.type === 'GradeCase' ? actionsOfAudit(known, id).length : 0,
  };
}
