import { IntersectionType } from '@nestjs/swagger';
import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  londonDate,
  type ActionKind,
  type ActionPriority,
} from '#audit-cycle';
import type { ActingPerson } from '#identity';
import { Code, IsoDay, Line, Uuid } from '#platform';
import type { SurgeryActionsQuery } from '#views';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { timeAskedFor } from '../reading/filters-asked-for.js';
import { ChosenActionsAskedFor } from './chosen-actions.js';

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

/** Which of these actions somebody wants to see. */
export class CountedSurgeryActionsAskedFor extends IntersectionType(
  SurgeryFiguresAskedFor,
  ChosenActionsAskedFor,
) {}

/** What is overdue is judged on the last day that is known of. @throws Problem 400 where the time ends before it begins */
export function surgeriesQueryOf(
  { authority }: ActingPerson,
  { measure, from, to, team, area, priority, actionKind, asOf: asked }: SurgeryFiguresAskedFor,
  now: string,
): SurgeryActionsQuery {
  const asOf = momentAskedFor(asked, now);
  const today = londonDate(asOf ?? now);
  return { authority, measure, ...timeAskedFor({ from, to }), team, area, priority, actionKind, asOf, today };
}

/** What is said of an area that there is not: these actions are in no cycle, so it is the policy of the authority that names areas. */
export const AREA_OF_AUTHORITY = 'must be the code of an area that the policy of the authority names';
