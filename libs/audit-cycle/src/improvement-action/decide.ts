import { refuse, type Decision } from '../decider.js';
import { acceptAction } from './accept-action.js';
import { cancelAction } from './cancel-action.js';
import type { ImprovementActionCommand, SetAction, SetActionFromSurgery } from './commands.js';
import type { ImprovementActionContext } from './context.js';
import type { ImprovementActionEvent } from './events.js';
import { discussInSupervision } from './discuss-in-supervision.js';
import { linkAction } from './link-action.js';
import { judgeImpact } from './judge-impact.js';
import { moveDueDate } from './move-due-date.js';
import { noteProgress } from './note-progress.js';
import { reassignAction } from './reassign-action.js';
import { recordOnChildRecord } from './record-on-child-record.js';
import { reopenAction } from './reopen-action.js';
import { reportDone } from './report-done.js';
import { setAction } from './set-action.js';
import { setActionFromSurgery } from './set-action-from-surgery.js';
import {
  ACTION_STATUSES,
  type ActionStatus,
  type ImprovementAction,
  type ImprovementActionState,
} from './state.js';
import { verifyAction } from './verify-action.js';

type LaterCommand = Exclude<ImprovementActionCommand, SetAction | SetActionFromSurgery>;

/** In this order: is there such an action, is it the time for this command, then the command's own rules (rule 7 of the domain). */
export const decideImprovementAction = (
  command: ImprovementActionCommand,
  state: ImprovementActionState,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  if (command.type === 'SetAction' || command.type === 'SetActionFromSurgery') {
    if (state.status !== 'not-set') return refuse('already-set', 'This action has been set already.');
    return command.type === 'SetAction'
      ? setAction(command, context)
      : setActionFromSurgery(command, context);
  }
  if (state.status === 'not-set') return refuse('not-found', 'There is no such action.');
  return outOfTime(command.type, state.status) ?? decideStep(command, state, context);
};

const decideStep = (
  command: LaterCommand,
  state: ImprovementAction,
  context: ImprovementActionContext,
): Decision<ImprovementActionEvent> => {
  switch (command.type) {
    case 'LinkAction':
      return linkAction(command, state, context);
    case 'AcceptAction':
      return acceptAction(state, context);
    case 'ReassignAction':
      return reassignAction(command, state, context);
    case 'MoveDueDate':
      return moveDueDate(command, state, context);
    case 'RecordOnChildRecord':
      return recordOnChildRecord(command, state, context);
    case 'DiscussInSupervision':
      return discussInSupervision(command, state, context);
    case 'NoteProgress':
      return noteProgress(command, state, context);
    case 'ReportDone':
      return reportDone(command, state, context);
    case 'ReopenAction':
      return reopenAction(command, state, context);
    case 'VerifyAction':
      return verifyAction(command, state, context);
    case 'JudgeImpact':
      return judgeImpact(command, state, context);
    case 'CancelAction':
      return cancelAction(command, state, context);
  }
};

const NOT_CANCELLED = ACTION_STATUSES.filter((status) => status !== 'cancelled');

/** An open action may be verified only as overdue and not done, which the decision itself judges. */
const IN_TIME: Readonly<Record<LaterCommand['type'], readonly ActionStatus[]>> = {
  LinkAction: NOT_CANCELLED,
  AcceptAction: ['open'],
  ReassignAction: ['open'],
  MoveDueDate: ['open'],
  RecordOnChildRecord: NOT_CANCELLED,
  DiscussInSupervision: NOT_CANCELLED,
  NoteProgress: ['open'],
  ReportDone: ['open'],
  ReopenAction: ['reported-done', 'verified-partly', 'verified-not-done'],
  VerifyAction: ['open', 'reported-done'],
  JudgeImpact: ['verified-done', 'verified-partly'],
  CancelAction: ['open'],
};

const outOfTime = (command: LaterCommand['type'], status: ActionStatus): Decision<never> | null => {
  const statuses = IN_TIME[command];
  return statuses.includes(status)
    ? null
    : refuse('action-status', `The action is ${status}; this needs it to be ${statuses.join(' or ')}.`, {
        status,
        needs: statuses,
      });
};
