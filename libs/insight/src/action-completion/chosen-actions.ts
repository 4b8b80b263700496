import { ACTION_STATUSES, type ActionStatus } from '#audit-cycle';
import { Code, Flag } from '#platform';
import {
  ACTION_BANDS,
  IMPACT_STANDINGS,
  type ActionBand,
  type CountedActionChoice,
  type ImpactStanding,
  type Paging,
} from '#views';
import { PageAskedFor, pagingOf } from '../reading/page-asked-for.js';

/** Which of the actions behind figures somebody wants to see; every count of the figures is a choice of these. */
export class ChosenActionsAskedFor extends PageAskedFor {
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
}

export const chosenActions = ({
  after,
  limit,
  status,
  overdue,
  repeats,
  band,
  impact,
  withoutTeam,
}: ChosenActionsAskedFor): CountedActionChoice & Paging => ({
  ...{ status, overdue, repeats, band, impact, withoutTeam },
  ...pagingOf({ after, limit }, 'day'),
});
