import { londonDate, teamKey, type IsoDate, type MeasureId, type TeamName } from '#audit-cycle';
import { isOfSurgery } from '../action-source.js';
import { policyOf } from '../adopted-policy.js';
import { calendarOf } from '../bank-holidays.js';
import type { Page, Paging } from '../cursor.js';
import { pageOfAll } from '../page-of-all.js';
import type { Look, ViewReader } from '../view-reader.js';
import type { AnyActionsQuery } from './actions-asked-for.js';
import type { AgeingSettings } from './ageing.js';
import { completionInParts, type CompletionInParts } from './completion-in-parts.js';
import { countedAs, isChosen, type CountedActionChoice, type CountedProgress } from './counted-actions.js';
import {
  actionCompletionView,
  completionCalendars,
  completionPolicies,
  trackedActions,
  type TrackedActionOfSurgery,
} from './rows.js';

/** What figures of the actions of surgeries are asked by. There is no cycle, cohort, theme or line of enquiry to ask by. */
export interface SurgeryActionsQuery extends AnyActionsQuery {
  /** Of one measure; without it, of all. */
  readonly measure?: MeasureId | undefined;
  /** Set on this day or later, in London. */
  readonly from?: IsoDate | undefined;
  /** Set on this day or before. */
  readonly to?: IsoDate | undefined;
  /** The team that is to act. */
  readonly team?: TeamName | undefined;
  /** Code of the area of that team, by the policy of the authority. */
  readonly area?: string | undefined;
}

/** One of the actions behind the figures. Who owns it is no part of them. */
export interface CountedActionOfSurgery extends CountedProgress {
  readonly measure: MeasureId;
  readonly surgery: number;
}

/** A figure and how much it tells of, or the filter that names something that is not there. */
export type SurgeriesAnswer<Figure> =
  (Figure & { readonly position: string; readonly asOf: string | null }) | { readonly unknown: 'area' };

/** What became of the actions that surgeries on measures set: all that no figure of a cycle counts. */
export const completionOfSurgeries = (
  reader: ViewReader,
  query: SurgeryActionsQuery,
): Promise<SurgeriesAnswer<CompletionInParts>> => figureOfSurgeries(reader, query, completionInParts);

/** The actions behind it, the earliest due first; every count leads to as many. */
export async function listActionsOfSurgeries(
  reader: ViewReader,
  query: SurgeryActionsQuery & CountedActionChoice & Paging,
): Promise<Page<CountedActionOfSurgery> | { readonly unknown: 'area' }> {
  const found = await figureOfSurgeries(reader, query, (actions, settings) => ({
    items: actions
      .map((one) => ({ ...countedAs(one, settings), measure: one.measure, surgery: one.surgery }))
      .filter((one) => isChosen(one, query)),
  }));
  if ('unknown' in found) return found;
  const { items, position } = found;
  return pageOfAll(query, items, ({ due, action }) => ({ value: due, id: action }), BigInt(position));
}

function figureOfSurgeries<Figure extends object>(
  reader: ViewReader,
  query: SurgeryActionsQuery,
  work: (
    actions: readonly TrackedActionOfSurgery[],
    settings: AgeingSettings<TrackedActionOfSurgery>,
  ) => Figure,
): Promise<SurgeriesAnswer<Figure>> {
  return reader.look(actionCompletionView, query.authority, async (look) => {
    const { asOf, area, today } = query;
    const [adopted] = await look.rows(completionPolicies, { asOf });
    const { areas, dueSoonWorkingDays } = policyOf(adopted);
    const inArea = areas.find(({ code }) => code === area);
    if (area !== undefined && inArea === undefined) return { unknown: 'area' };
    const teams = inArea === undefined ? null : new Set(inArea.teams.map(teamKey));
    const actions = (await actionsOf(look, query)).filter(
      ({ team }) => teams === null || (team !== null && teams.has(teamKey(team))),
    );
    const [holidays] = await look.rows(completionCalendars, { asOf });
    const settings = {
      today,
      calendar: calendarOf(holidays),
      dueSoonWorkingDays: () => dueSoonWorkingDays,
    };
    return { ...work(actions, settings), position: look.position.toString(), asOf: asOf ?? null };
  });
}

async function actionsOf(
  look: Look,
  { measure, from, to, team, priority, actionKind: kind, asOf }: SurgeryActionsQuery,
): Promise<readonly TrackedActionOfSurgery[]> {
  // Audits set the many, and each of those has a cycle: they are not read at all.
  const rows = await look.rows(trackedActions, {
    where: { measure, cycle: null, team, priority, kind },
    asOf,
  });
  return rows.filter(isOfSurgery).filter(({ setAt }) => {
    const day = londonDate(setAt);
    return (from ?? day) <= day && day <= (to ?? day);
  });
}
