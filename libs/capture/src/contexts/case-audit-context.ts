import type { Acting, CaseAuditContext, CaseAuditState, OrderFor } from '#audit-cycle';
import { workingCalendarId } from '#authority-setup';
import { actionsOfAudit } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import type { Lookups } from './lookups.js';
import { everybody } from './everybody.js';

/** What deciding about an audit needs. */
export async function caseAuditContext(
  lookups: Lookups,
  authority: string,
  { id, command }: OrderFor<'case-audit'>,
  state: CaseAuditState,
  acting: Acting,
): Promise<CaseAuditContext> {
  const selected = state.status === 'not-selected' ? null : state.selected;
  const facts = selected ?? (command.type === 'SelectCase' ? command.facts : null);
  const [cycle, tool, people, calendar, actions] = await Promise.all([
    cycleOf(lookups, authority, facts?.cycle ?? null),
    facts === null ? null : lookups.streams.load(authority, 'audit-tool', facts.tool.id),
    everybody(lookups, authority),
    lookups.streams.load(authority, 'working-calendar', workingCalendarId(authority)),
    command.type === 'GradeCase' ? actionsOfAudit(lookups, authority, id) : [],
  ]);
  return {
    ...acting,
    cycle,
    tool: tool === null || tool.revision === null ? null : tool.state,
    people,
    calendar: calendar.state,
    actionsSet: actions.length,
  };
}
