import type { Acting, ImprovementActionContext, ImprovementActionState, OrderFor } from '#audit-cycle';
import { caseAudit } from '#audit-cycle';
import { workingCalendarId } from '#authority-setup';
import { actionsOfChild } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Lookups } from './lookups.js';

/** What deciding about an improvement action needs: the audit it follows from and, for a new one, the child's others. */
export async function improvementActionContext(
  lookups: Lookups,
  authority: string,
  { id, command }: OrderFor<'improvement-action'>,
  state: ImprovementActionState,
  acting: Acting,
): Promise<ImprovementActionContext> {
  const auditId =
    state.status === 'not-set' ? (command.type === 'SetAction' ? command.audit : null) : state.audit;
  const audit =
    auditId === null
      ? caseAudit.initialState
      : (await lookups.streams.load(authority, 'case-audit', auditId)).state;
  const selected = audit.status === 'not-selected' ? null : audit.selected;
  const [cycle, people, calendar, actions] = await Promise.all([
    cycleOf(lookups, authority, selected?.cycle ?? null),
    everybody(lookups, authority),
    lookups.streams.load(authority, 'working-calendar', workingCalendarId(authority)),
    command.type === 'SetAction' && selected !== null
      ? actionsOfChild(lookups, authority, selected.child, id)
      : NONE,
  ]);
  return {
    ...acting,
    audit,
    cycle,
    calendar: calendar.state,
    people,
    openActionsOfChild: actions.open,
    closedActionsOfChild: actions.closed,
  };
}

const NONE = { open: [], closed: [] };
