import { workingCalendarId } from '#authority-setup';
import {
  caseAudit,
  type Acting,
  type ImprovementActionContext,
  type ImprovementActionState,
  type OrderFor,
} from '#audit-cycle';
import { actionsBefore, actionsOfChild } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about an improvement action needs: the audit it follows from and, for a new one, the child's others. */
export async function improvementActionContext(
  known: Known,
  { id, command }: OrderFor<'improvement-action'>,
  state: ImprovementActionState,
  acting: Acting,
): Promise<ImprovementActionContext> {
  const { authority, look, streams } = known;
  const auditId =
    state.status === 'not-set' ? (command.type === 'SetAction' ? command.audit : null) : state.audit;
  const audit =
    auditId === null ? caseAudit.initialState : (await streams.load(authority, 'case-audit', auditId)).state;
  const selected = audit.status === 'not-selected' ? null : audit.selected;
  const tool = selected === null ? null : look.of('audit-tool', selected.tool.id);
  const actions =
    command.type === 'SetAction' && selected !== null ? actionsOfChild(known, selected.child, id) : NONE;
  return {
    ...acting,
    audit,
    cycle: cycleOf(known, selected?.cycle ?? null),
    tool: tool === null || tool.revision === null ? null : tool.state,
    calendar: look.of('working-calendar', workingCalendarId(authority)).state,
    people: everybody(known),
    openActionsOfChild: actions.open,
    closedActionsOfChild: actions.closed,
    earlierActionsOfChild:
      command.type === 'LinkAction' && state.status !== 'not-set'
        ? actionsBefore(known, state.child, id)
        : [],
  };
}

const NONE = { open: [], closed: [] };
