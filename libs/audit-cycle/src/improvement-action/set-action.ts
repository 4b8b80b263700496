import type { Audit } from '../case-audit/state.js';
import { unknownThemes } from '../case-audit/themes.js';
import { toolFor } from '../case-audit/tool-for.js';
import { notInOpenCycle } from '../case-audit/way.js';
import type { Cycle } from '../cycle/state.js';
import { accept, refuse, type Decision } from '../decider.js';
import { isIsoDate } from '../vocabulary/calendar.js';
import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId } from '../vocabulary/identifiers.js';
import { londonDate } from '../vocabulary/london-date.js';
import { isWritten } from '../vocabulary/narrative.js';
import { teamName } from '../vocabulary/team-name.js';
import { addWorkingDays } from '../working-calendar/working-days.js';
import type { SetAction } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { ownerNotHere } from './owner.js';
import { unknownRepeat } from './repeat.js';
import { notASetter } from './setter.js';
import { teamNotNamed } from './team.js';

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
    incomplete(command) ??
    unknownThemes(command.theme === null ? [] : [command.theme], toolFor(audit, context)) ??
    unknownLine(command, cycle) ??
    notShown(command, context) ??
    repeatsNone(command, context);
  if (refusal !== null) return refusal;
  const due = dueOf(command, cycle, context);
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
      ...{ source: { kind: 'audit', audit }, audit, cycle, child, owner, team },
      ...{ priority, kind, due, theme, lineOfEnquiry, openActionsShown },
    },
    narrative: { text },
  };
  return repeats === undefined ? [set] : [set, { type: 'ActionLinked', facts: { repeats }, narrative: null }];
};

const notTheTime = ({ status }: Audit): Decision<never> | null => {
  if (status === 'selected' || status === 'allocated') {
    return refuse('audit-not-started', 'Start the audit first: an action follows from what it finds.');
  }
  return status === 'withdrawn' ? refuse('audit-withdrawn', 'This audit has been withdrawn.') : null;
};

const incomplete = ({ text }: SetAction): Decision<never> | null =>
  isWritten(text) ? null : refuse('text-missing', 'Write down what is to be done.');

const unknownLine = ({ lineOfEnquiry }: SetAction, { linesOfEnquiry }: Cycle): Decision<never> | null => {
  const known = linesOfEnquiry.map(({ code }) => code);
  return lineOfEnquiry === null || known.includes(lineOfEnquiry)
    ? null
    : refuse('unknown-line-of-enquiry', 'Choose a line of enquiry of this cycle, or none.', { known });
};

const repeatsNone = (
  { repeats }: SetAction,
  { openActionsOfChild, closedActionsOfChild }: ImprovementActionContext,
): Decision<never> | null =>
  repeats === undefined ? null : unknownRepeat(repeats, [...openActionsOfChild, ...closedActionsOfChild]);

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

/**
 * By priority, or for an action on impact its own span, in working days after today. An earlier day may be set;
 * a later one would be a move without approval. Refusals: not-a-date, due-in-the-past, due-after-policy, calendar-too-short.
 */
const dueOf = (
  { due, kind, priority }: SetAction,
  { policy }: Cycle,
  { calendar, now }: ImprovementActionContext,
): IsoDate | Decision<never> => {
  const today = londonDate(now);
  const days = kind === 'impact' ? policy.actionDue.impact : policy.actionDue[priority];
  const latest = addWorkingDays(calendar, today, days);
  if (latest === null) {
    return refuse('calendar-too-short', 'Publish the bank holidays of the coming months first.', { days });
  }
  if (due === undefined) return latest;
  if (!isIsoDate(due)) return refuse('not-a-date', 'Write the due date as YYYY-MM-DD.', { date: due });
  if (due < today) return refuse('due-in-the-past', 'The due date has passed already.', { due });
  return due <= latest
    ? due
    : refuse('due-after-policy', `The policy asks for ${latest} or earlier. Have it moved with approval.`, {
        latest,
      });
};
