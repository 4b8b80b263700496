import { policyId, workingCalendarId } from '#authority-setup';
import {
  caseAudit,
  measure as measureDecider,
  type Acting,
  type ActionId,
  type ImprovementActionCommand,
  type ImprovementActionContext,
  type ImprovementActionState,
  type MeasureState,
  type OrderFor,
} from '#audit-cycle';
import { actionsBefore, openActionsOfChild } from './child-actions.js';
import { cycleOf } from './cycle-of.js';
import { everybody } from './everybody.js';
import type { Known } from './lookups.js';

/** What deciding about an improvement action needs: what it follows from and, to set or to link one, the others that may be the same. */
export async function improvementActionContext(
  known: Known,
  { id, command }: OrderFor<'improvement-action'>,
  state: ImprovementActionState,
  acting: Acting,
): Promise<ImprovementActionContext> {
  const { authority, look, streams } = known;
  const auditId = auditOf(state, command);
  const audit =
    auditId === null ? caseAudit.initialState : (await streams.load(authority, 'case-audit', auditId)).state;
  const selected = audit.status === 'not-selected' ? null : audit.selected;
  const tool = selected === null ? null : look.of('audit-tool', selected.tool.id);
  const fromSurgery = command.type === 'SetActionFromSurgery' ? command : null;
  return {
    ...acting,
    audit,
    cycle: cycleOf(known, selected?.cycle ?? null),
    tool: tool === null || tool.revision === null ? null : tool.state,
    measure: await measureOf(known, fromSurgery?.measure ?? null),
    policy: fromSurgery === null ? null : look.of('policy', policyId(authority)).state.current,
    calendar: look.of('working-calendar', workingCalendarId(authority)).state,
    people: everybody(known),
    openActionsOfChild:
      command.type === 'SetAction' && selected !== null ? openActionsOfChild(known, selected.child, id) : [],
    earlierActions: earlierActions(known, id, command, state, selected?.child ?? null),
  };
}

const auditOf = (state: ImprovementActionState, command: ImprovementActionCommand): string | null => {
  if (state.status === 'not-set') return command.type === 'SetAction' ? command.audit : null;
  return state.source.kind === 'audit' ? state.source.audit : null;
};

const measureOf = async ({ authority, streams }: Known, id: string | null): Promise<MeasureState> =>
  id === null ? measureDecider.initialState : (await streams.load(authority, 'measure', id)).state;

/** Only a command that can say that something is repeated looks for what. */
function earlierActions(
  known: Known,
  id: ActionId,
  command: ImprovementActionCommand,
  state: ImprovementActionState,
  child: string | null,
): readonly ActionId[] {
  if (command.type === 'SetActionFromSurgery') return actionsBefore(known, command, id);
  if (command.type === 'SetAction') return child === null ? [] : actionsBefore(known, { child }, id);
  return command.type === 'LinkAction' && state.status !== 'not-set'
    ? actionsBefore(known, state.source, id)
    : [];
}
