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
import { Code, Flag, invalidInput, IsoDay, Line, Uuid } from '#platform';
import {
  ACTION_BANDS,
  IMPACT_STANDINGS,
  type ActionBand,
  type ImpactStanding,
  type SurgeryActionsQuery,
} from '#views';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { After, Limit } from '../reading/page-asked-for.js';

/** Which actions of surgeries somebody asks figures for. */
export class SurgeryFiguresAskedFor {
  @Uuid({ optional: true, about: 'One measure; without it, all of them.' }) measure?: string;
  @IsoDay({ optional: true, about: 'Actions that were set on this day or later.' }) from?: string;
  @IsoDay({ optional: true, about: 'Actions that were set on this day or before.' }) to?: string;
  @Line({ optional: true, about: 'The team that is to act.' }) team?: string;
  @Line({ optional: true, max: 60, about: 'Code of the area of that team, as the policy names it.' })
  area?: string;
  @Code(ACTION_PRIORITIES, { optional: true }) priority?: ActionPriority;
  @Code(ACTION_KINDS, { optional: true }) actionKind?: ActionKind;
  @AsOf() asOf?: string;
}

/** Which of these actions somebody wants to see; every count of the figures is a choice of these. */
export class CountedSurgeryActionsAskedFor extends SurgeryFiguresAskedFor {
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

/** What is overdue is judged on the last day that is known of. @throws Problem 400 where the time ends before it begins */
export function surgeriesQueryOf(
  { authority }: ActingPerson,
  { measure, from, to, team, area, priority, actionKind, asOf: asked }: SurgeryFiguresAskedFor,
  now: string,
): SurgeryActionsQuery {
  if (from !== undefined && to !== undefined && from > to)
    throw invalidInput([{ path: 'to', message: `must not be before from, which is ${from}` }]);
  const asOf = momentAskedFor(asked, now);
  const today = londonDate(asOf ?? now);
  return { authority, measure, from, to, team, area, priority, actionKind, asOf, today };
}

/** Hands on what was found. @throws Problem 400 for an area that there is not */
export function ofKnownArea<Found extends object>(found: Found | { readonly unknown: 'area' }): Found {
  if (!('unknown' in found)) return found;
  throw invalidInput([
    { path: found.unknown, message: 'must be the code of an area that the policy of the authority names' },
  ]);
}
