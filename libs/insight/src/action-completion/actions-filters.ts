import { IntersectionType } from '@nestjs/swagger';
import {
  ACTION_KINDS,
  ACTION_PRIORITIES,
  londonDate,
  type ActionKind,
  type ActionPriority,
} from '#audit-cycle';
import type { ActingPerson } from '#identity';
import { Code, Line } from '#platform';
import type { ActionsQuery } from '#views';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf } from '../reading/filters-asked-for.js';
import { ChosenActionsAskedFor } from './chosen-actions.js';

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

/** Which of these actions somebody wants to see. */
export class CountedActionsAskedFor extends IntersectionType(ActionFiguresAskedFor, ChosenActionsAskedFor) {}

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
