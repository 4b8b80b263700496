import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  londonDate,
  type ActionKind,
  type ActionPriority,
  type ActionStatus,
} from '#audit-cycle';
import type { ActingPerson } from '#identity';
import { Code, Flag, Line } from '#platform';
import {
  ACTION_BANDS,
  IMPACT_STANDINGS,
  type ActionBand,
  type ActionsQuery,
  type ImpactStanding,
} from '#views';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf } from '../reading/filters-asked-for.js';
import { After, Limit } from '../reading/page-asked-for.js';

/** Which actions somebody asks figures for. */
export class ActionFiguresAskedFor extends CasesAskedFor {
  @Line({ optional: true, about: 'The team that is to act; `area` is the area of that team.' })
  declare team?: string;
  @Code(ACTION_PRIORITIES, { optional: true }) priority?: ActionPriority;
  @Code(ACTION_KINDS, { optional: true, about: 'The kind of the action; `kind` is that of the cycle.' })
  actionKind?: ActionKind;
  @Line({ optional: true, max: 60, about: 'Code of a theme of the audit tool.' }) theme?: string;
  @Line({ optional: true, max: 60, about: 'Code of one of the questions of the cycle.' })
  lineOfEnquiry?: string;
}

/** Which of these actions somebody wants to see; every count of the figures is a choice of these. */
export class CountedActionsAskedFor extends ActionFiguresAskedFor {
  @Code(ACTION_STATUSES, { optional: true }) status?: ActionStatus;
  @Flag({ optional: true, inAddress: true, about: 'Whether it is open and was due before the day.' })
  overdue?: boolean;
  @Flag({ optional: true, inAddress: true, about: 'Whether it repeats an earlier action.' })
  repeats?: boolean;
  @Code(ACTION_BANDS, { optional: true, about: 'Open actions of this age alone.' }) band?: ActionBand;
  @Code(IMPACT_STANDINGS, { optional: true, about: 'Verified actions alone, by what they changed.' })
  impact?: ImpactStanding;
  @Flag({ optional: true, inAddress: true, about: 'Whether no team is to act on it.' })
  withoutTeam?: boolean;
  @After() after?: string;
  @Limit() limit?: number;
}

/** What is overdue is judged on the last day that is known of. */
export function actionsQueryOf(
  { authority }: ActingPerson,
  asked: ActionFiguresAskedFor,
  now: string,
): ActionsQuery {
  const { priority, actionKind, theme, lineOfEnquiry } = asked;
  const asOf = momentAskedFor(asked.asOf, now);
  const today = londonDate(asOf ?? now);
  return { ...filtersOf(asked), authority, asOf, today, priority, actionKind, theme, lineOfEnquiry };
}
