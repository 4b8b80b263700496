import { accept, refuse, type Decision } from '../decider.js';
import { narrative } from '../vocabulary/narrative.js';
import { needsCode } from '../vocabulary/needs-code.js';
import { teamName } from '../vocabulary/team-name.js';
import type { ReassignAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { notAnApprover, ownerNotHere } from './owner.js';
import type { ImprovementAction } from './state.js';
import { teamNotNamed } from './team.js';

/** Somebody else than the owner decides who has it next. Refusals: own-action, not-permitted, same-owner, person-not-here, team-missing, code-malformed. */
export const reassignAction = (
  { to, team, reasonCode, reason }: ReassignAction,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const from = state.owner;
  if (context.actor.person === from) {
    return refuse('own-action', 'You own this action, so somebody else must hand it on.');
  }
  const notPermitted = notAnApprover(from, context);
  if (notPermitted !== null) return notPermitted;
  if (to === from) return refuse('same-owner', 'The action is with this person already.');
  return (
    ownerNotHere(to, context) ??
    teamNotNamed(team) ??
    needsCode(reasonCode) ??
    accept({
      type: 'ActionReassigned',
      facts: { from, to, team: team === undefined ? state.team : teamName(team), reasonCode },
      narrative: narrative({ reason }),
    })
  );
};
