import type { IsoDate } from '../vocabulary/dates.js';
import type { ActionId, PersonId, TeamName } from '../vocabulary/identifiers.js';
import type { ImprovementActionEvent } from './events.js';
import type { ActionImpact, ActionKind, ActionPriority } from './priority.js';
import type { ActionSource } from './source.js';

export type ImprovementActionState = { readonly status: 'not-set' } | ImprovementAction;

/** An action is in exactly one of these. */
export const ACTION_STATUSES = [
  'open',
  'reported-done',
  'verified-done',
  'verified-partly',
  'verified-not-done',
  'cancelled',
] as const;
export type ActionStatus = (typeof ACTION_STATUSES)[number];

export interface ImprovementAction {
  readonly status: ActionStatus;
  readonly source: ActionSource;
  readonly owner: PersonId;
  /** Whoever owned it before; none of them decides about it. */
  readonly formerOwners: readonly PersonId[];
  /** Whether the owner of now has accepted it. */
  readonly accepted: boolean;
  readonly team: TeamName | null;
  readonly priority: ActionPriority;
  readonly kind: ActionKind;
  readonly due: IsoDate;
  /** The day on which it was last reported done; null while nobody claims it. */
  readonly reportedOn: IsoDate | null;
  readonly repeats: ActionId | null;
  /** Whether it stands on the child's own record; one from a surgery never does. */
  readonly onChildRecord: boolean;
  /** The last judgement since it was last opened; null before there is one. */
  readonly impact: ActionImpact | null;
}

/** Whether something is left to do: such actions of a child are shown before another one is set. */
export const isUnfinished = (status: ActionStatus): boolean =>
  status !== 'verified-done' && status !== 'cancelled';

/** Whether the action is or was somebody's: handing it on makes nobody a judge of their own work. */
export const isOrWasOwner = ({ owner, formerOwners }: ImprovementAction, person: PersonId): boolean =>
  owner === person || formerOwners.includes(person);

export const notSet: ImprovementActionState = { status: 'not-set' };

export const evolveImprovementAction = (
  state: ImprovementActionState,
  event: ImprovementActionEvent,
): ImprovementActionState => {
  if (event.type === 'ActionSet') {
    const { source, owner, team, priority, kind, due } = event.facts;
    return {
      status: 'open',
      ...{ source, owner, team, priority, kind, due },
      formerOwners: [],
      accepted: false,
      reportedOn: null,
      repeats: null,
      onChildRecord: false,
      impact: null,
    };
  }
  if (state.status === 'not-set') throw new Error(`${event.type} before any action was set`);
  return evolveSet(state, event);
};

const evolveSet = (
  state: ImprovementAction,
  event: Exclude<ImprovementActionEvent, { type: 'ActionSet' }>,
): ImprovementAction => {
  switch (event.type) {
    case 'ActionLinked':
      return { ...state, repeats: event.facts.repeats };
    case 'ActionAccepted':
      return { ...state, accepted: true };
    case 'ActionReassigned': {
      const { from, to, team } = event.facts;
      return { ...state, owner: to, formerOwners: [...state.formerOwners, from], team, accepted: false };
    }
    case 'DueDateMoved':
      return { ...state, due: event.facts.to };
    case 'ActionRecordedOnChildRecord':
      return { ...state, onChildRecord: true };
    case 'DiscussedInSupervision':
    case 'ProgressNoted':
      return state;
    case 'ActionReportedDone':
      return { ...state, status: 'reported-done', reportedOn: event.facts.reportedOn };
    case 'ActionReopened':
      return { ...state, status: 'open', reportedOn: null, impact: null };
    case 'ActionVerified':
      return { ...state, status: `verified-${event.facts.verdict}` };
    case 'ImpactJudged':
      return { ...state, impact: event.facts.impact };
    case 'ActionCancelled':
      return { ...state, status: 'cancelled' };
  }
};
