import { accept, refuse, type Decision } from '../decider.js';
import { teamName } from '../vocabulary/team-name.js';
import type { SetActionFromSurgery } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { firstDue } from './first-due.js';
import { ownerNotHere } from './owner.js';
import { linkedTo, unknownRepeat } from './repeat.js';
import { notASetterFromSurgery } from './setter.js';
import { teamNotNamed } from './team.js';
import { notWritten } from './text.js';

/**
 * By those who may hold a surgery, at any time after it; due by the policy of the authority, as no cycle has a copy for it. Refusals:
 * not-permitted, not-found, unknown-surgery, person-not-here, team-missing, text-missing, unknown-repeat, policy-missing, and those of
 * the due date.
 */
export const setActionFromSurgery = (
  command: SetActionFromSurgery,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const { policy } = context;
  const refusal =
    notASetterFromSurgery(context) ??
    notHeld(command, context) ??
    ownerNotHere(command.owner, context) ??
    teamNotNamed(command.team) ??
    notWritten(command) ??
    unknownRepeat(command.repeats, context);
  if (refusal !== null) return refusal;
  if (policy === null) return refuse('policy-missing', 'Adopt a policy first: it says when actions are due.');
  const due = firstDue(command, policy.actionDue, context);
  if (typeof due !== 'string') return due;
  const { measure, surgery, owner, team, priority, kind, text, repeats } = command;
  return accept(
    {
      type: 'ActionSet',
      facts: {
        source: { kind: 'measure', measure, surgery },
        ...{ owner, team: team === null ? null : teamName(team), priority, kind, due },
      },
      narrative: { text },
    },
    ...linkedTo(repeats),
  );
};

const notHeld = (
  { surgery }: SetActionFromSurgery,
  { measure }: ImprovementActionContext,
): Decision<never> | null => {
  if (measure.status === 'not-defined') return refuse('not-found', 'There is no such measure.');
  return measure.surgeries.some((held) => held.surgery === surgery)
    ? null
    : refuse('unknown-surgery', 'This measure has no such surgery. Record it first, then set its actions.', {
        surgery,
        held: measure.surgeries.length,
      });
};
