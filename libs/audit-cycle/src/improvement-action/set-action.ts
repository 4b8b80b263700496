import type { Audit } from '../case-audit/state.js';
import { unknownThemes } from '../case-audit/themes.js';
import { toolFor } from '../case-audit/tool-for.js';
import { notInOpenCycle } from '../case-audit/way.js';
import type { Cycle } from '../cycle/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId } from '../vocabulary/identifiers.js';
import { teamName } from '../vocabulary/team-name.js';
import type { SetAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { firstDue } from './first-due.js';
import { ownerNotHere } from './owner.js';
import { linkedTo, unknownRepeat } from './repeat.js';
import { notASetter } from './setter.js';
import { teamNotNamed } from './team.js';
import { notWritten } from './text.js';

/**
 * Refusals: not-found, cycle-not-open, cycle-closed, audit-not-started, audit-withdrawn, not-permitted, person-not-here,
 * team-missing, text-missing, unknown-theme, unknown-line-of-enquiry, open-actions-not-shown, unknown-repeat, and those of the due date.
 */
export const setAction = (
  command: SetAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  const { audit, cycle } = context;
  if (audit.status === 'not-selected') return refuse('not-found', 'There is no such audit.');
  if (cycle.status !== 'open') return notInOpenCycle(cycle);
  const refusal =
    notTheTime(audit) ??
    notASetter(audit, context) ??
    ownerNotHere(command.owner, context) ??
    teamNotNamed(command.team) ??
    notWritten(command) ??
    unknownThemes(command.theme === null ? [] : [command.theme], toolFor(audit, context)) ??
    unknownLine(command, cycle) ??
    notShown(command, context) ??
    unknownRepeat(command.repeats, context);
  if (refusal !== null) return refusal;
  const due = firstDue(command, cycle.policy.actionDue, context);
  return typeof due === 'string' ? accept(...eventsOf(command, audit, context.openActionsOfChild, due)) : due;
};

const eventsOf = (
  { text, repeats, ...command }: SetAction,
  { selected }: Audit,
  openActionsShown: readonly ActionId[],
  due: IsoDate,
): readonly ImprovementActionEvent[] => {
  const { audit, owner, priority, kind, theme, lineOfEnquiry } = command;
  const { cycle, child } = selected;
  const team = command.team === null ? selected.team : teamName(command.team);
  const set: ImprovementActionEvent = {
    type: 'ActionSet',
    facts: {
      source: { kind: 'audit', audit, cycle, child, theme, lineOfEnquiry, openActionsShown },
      ...{ owner, team, priority, kind, due },
    },
    narrative: { text },
  };
  return [set, ...linkedTo(repeats)];
};

const notTheTime = ({ status }: Audit): Decision<never> | null => {
  if (status === 'selected' || status === 'allocated') {
    return refuse('audit-not-started', 'Start the audit first: an action follows from what it finds.');
  }
  return status === 'withdrawn' ? refuse('audit-withdrawn', 'This audit has been withdrawn.') : null;
};

const unknownLine = ({ lineOfEnquiry }: SetAction, { linesOfEnquiry }: Cycle): Decision<never> | null => {
  const known = linesOfEnquiry.map(({ code }) => code);
  return lineOfEnquiry === null || known.includes(lineOfEnquiry)
    ? null
    : refuse('unknown-line-of-enquiry', 'Choose a line of enquiry of this cycle, or none.', { known });
};

const notShown = (
  { openActionsSeen }: SetAction,
  { openActionsOfChild }: ImprovementActionContext,
): Decision<never> | null => {
  const unseen = openActionsOfChild.filter((action) => !openActionsSeen.includes(action));
  return unseen.length === 0
    ? null
    : refuse('open-actions-not-shown', 'Look at the open actions of this child first: one may be the same.', {
        notShown: unseen,
      });
};
