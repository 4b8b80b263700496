import {
  ACTION_STATUSES,
  isUnfinished,
  type ActionId,
  type ActionStatus,
  type AuditId,
  type AuthorityId,
  type ChildId,
  type CycleId,
  type Instant,
  type IsoDate,
  type MeasureId,
  type PersonId,
  type TeamName,
} from '#audit-cycle';
import { isOfSurgery } from '../action-source.js';
import { pageOf, rowsToRead, type Page, type Paging } from '../cursor.js';
import { aboutCycle } from '../cycle-summary.js';
import type { ViewReader } from '../view-reader.js';
import { completionFigure, type ActionCompletion } from './figure.js';
import {
  actionCompletionView,
  completionCycles,
  trackedActions,
  type TrackedAction,
  type TrackedActionOfSurgery,
} from './rows.js';

export interface ActionCompletionQuery {
  readonly authority: AuthorityId;
  readonly cycle: CycleId;
  /** In London; what was due before it and is open is overdue. */
  readonly today: IsoDate;
  readonly asOf?: Instant | undefined;
}

/** What became of the actions of a cycle. Null when the view knows no such cycle (at that moment). */
export function actionCompletion(
  reader: ViewReader,
  { authority, cycle: id, today, asOf }: ActionCompletionQuery,
): Promise<ActionCompletion | null> {
  return reader.look(actionCompletionView, authority, async (look) => {
    const [cycle] = await look.rows(completionCycles, { where: { id }, asOf });
    if (cycle === undefined) return null;
    const actions = await look.rows(trackedActions, { where: { cycle: id }, asOf });
    return { ...completionFigure(actions, today), today, ...aboutCycle(cycle, look.position, asOf) };
  });
}

export interface ActionListQuery extends Paging {
  readonly authority: AuthorityId;
  readonly cycle?: CycleId | undefined;
  readonly audit?: AuditId | undefined;
  readonly child?: ChildId | undefined;
  /** Set by surgeries on this measure. */
  readonly measure?: MeasureId | undefined;
  readonly owner?: PersonId | undefined;
  readonly team?: TeamName | undefined;
  readonly status?: ActionStatus | undefined;
  /** Only actions that are open and were due before this day. */
  readonly overdueOn?: IsoDate | undefined;
  readonly asOf?: Instant | undefined;
}

/** Actions, the earliest due first. */
export function listActions(reader: ViewReader, query: ActionListQuery): Promise<Page<TrackedAction>> {
  const { authority, overdueOn, cycle, audit, child, measure, owner, team, status, asOf, after } = query;
  return reader.look(actionCompletionView, authority, async (look) => {
    // Nothing that is overdue has another status than open.
    const impossible = overdueOn !== undefined && status !== undefined && status !== 'open';
    const overdue = overdueOn === undefined ? {} : { status: 'open' as const, due: { before: overdueOn } };
    const rows = impossible
      ? []
      : await look.rows(trackedActions, {
          where: { cycle, audit, child, measure, owner, team, status, ...overdue },
          asOf,
          order: { by: 'due' },
          after,
          limit: rowsToRead(query),
        });
    return pageOf(query, rows, ({ due, id }) => ({ value: due, id }), look.position);
  });
}

/** One action; null when the view knows no such action. */
export function findAction(
  reader: ViewReader,
  authority: AuthorityId,
  id: ActionId,
): Promise<TrackedAction | null> {
  return reader.look(
    actionCompletionView,
    authority,
    async (look) => (await look.rows(trackedActions, { where: { id } }))[0] ?? null,
  );
}

/** Every action that an audit set, whatever became of it; the earliest due first. */
export function actionsOfAudit(
  reader: ViewReader,
  authority: AuthorityId,
  audit: AuditId,
): Promise<readonly TrackedAction[]> {
  return reader.look(actionCompletionView, authority, (look) =>
    look.rows(trackedActions, { where: { audit }, order: { by: 'due' } }),
  );
}

/** Every action that surgeries on a measure set, whatever became of it; the earliest due first. With how much of the log they tell of. */
export function actionsOfMeasure(
  reader: ViewReader,
  authority: AuthorityId,
  measure: MeasureId,
): Promise<{ readonly actions: readonly TrackedActionOfSurgery[]; readonly position: bigint }> {
  return reader.look(actionCompletionView, authority, async (look) => {
    const rows = await look.rows(trackedActions, { where: { measure }, order: { by: 'due' } });
    return { actions: rows.filter(isOfSurgery), position: look.position };
  });
}

/** What is unfinished for a child, done in part and not done included: shown before another action is set. */
export function openActionsOfChild(
  reader: ViewReader,
  authority: AuthorityId,
  child: ChildId,
): Promise<readonly TrackedAction[]> {
  return reader.look(actionCompletionView, authority, (look) =>
    look.rows(trackedActions, {
      where: { child, status: { in: ACTION_STATUSES.filter(isUnfinished) } },
      order: { by: 'due' },
    }),
  );
}
