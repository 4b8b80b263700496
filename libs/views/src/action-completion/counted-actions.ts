import type {
  ActionId,
  ActionKind,
  ActionPriority,
  ActionStatus,
  AuditId,
  ChildId,
  CycleId,
  IsoDate,
  TeamName,
} from '#audit-cycle';
import type { UnknownFilter } from '../case-filters.js';
import type { Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { ViewReader } from '../view-reader.js';
import { figureOfActions, type ActionsAskedFor, type ActionsQuery } from './actions-asked-for.js';
import { bandOf, type ActionBand, type AgeingSettings } from './ageing.js';
import { ageingSettings } from './completion-of-cycles.js';
import { isOverdue } from './figure.js';
import { impactOf, type ImpactStanding } from './impact.js';
import type { ActionProgress } from './rows.js';

/** One of the actions behind the figures of cycles. Who owns it is no part of them. */
export interface CountedAction extends CountedProgress {
  readonly audit: AuditId;
  readonly cycle: CycleId;
  readonly child: ChildId;
  readonly theme: string | null;
  readonly lineOfEnquiry: string | null;
}

/** How far an action has come, as figures count it. */
export interface CountedProgress {
  readonly action: ActionId;
  readonly team: TeamName | null;
  readonly priority: ActionPriority;
  readonly kind: ActionKind;
  readonly due: IsoDate;
  readonly status: ActionStatus;
  readonly overdue: boolean;
  /** The earlier action that it repeats. */
  readonly repeats: ActionId | null;
  /** Null where it is not open. */
  readonly band: ActionBand | null;
  /** Null where it is not verified. */
  readonly impact: ImpactStanding | null;
}

/** Every count of the figures is a choice of these, so that it leads to just as many actions. */
export interface CountedActionChoice {
  readonly status?: ActionStatus | undefined;
  readonly overdue?: boolean | undefined;
  readonly repeats?: boolean | undefined;
  readonly band?: ActionBand | undefined;
  readonly impact?: ImpactStanding | undefined;
  /** Only those that no team is to act on. */
  readonly withoutTeam?: boolean | undefined;
}

/** The actions behind the figures, the earliest due first. */
export async function listCountedActions(
  reader: ViewReader,
  query: ActionsQuery & CountedActionChoice & Paging,
): Promise<Page<CountedAction> | { readonly unknown: UnknownFilter }> {
  const found = await figureOfActions(reader, query, (asked) => ({
    items: countedActions(asked, query.today).filter((action) => isChosen(action, query)),
  }));
  if ('unknown' in found) return found;
  return pageOfAll(
    query,
    found.items,
    ({ due, action }) => ({ value: due, id: action }),
    BigInt(found.position),
  );
}

export function countedActions(asked: ActionsAskedFor, today: IsoDate): readonly CountedAction[] {
  const settings = ageingSettings(asked, today);
  return asked.actions.map((action) => ({
    ...countedAs(action, settings),
    ...{ audit: action.audit, cycle: action.cycle, child: action.child },
    ...{ theme: action.theme, lineOfEnquiry: action.lineOfEnquiry },
  }));
}

export const countedAs = <Action extends ActionProgress>(
  action: Action,
  settings: AgeingSettings<Action>,
): CountedProgress => ({
  ...{ action: action.id, team: action.team, priority: action.priority, kind: action.kind },
  ...{ due: action.due, status: action.status, overdue: isOverdue(action, settings.today) },
  ...{ repeats: action.repeats, band: bandOf(action, settings), impact: impactOf(action) },
});

export const isChosen = (action: CountedProgress, choice: CountedActionChoice): boolean =>
  (choice.status === undefined || choice.status === action.status) &&
  (choice.overdue === undefined || choice.overdue === action.overdue) &&
  (choice.repeats === undefined || choice.repeats === (action.repeats !== null)) &&
  (choice.band === undefined || choice.band === action.band) &&
  (choice.impact === undefined || choice.impact === action.impact) &&
  (choice.withoutTeam === undefined || choice.withoutTeam === (action.team === null));
