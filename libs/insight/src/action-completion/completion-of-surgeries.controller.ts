import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { actionCompletionView, type CountedActionOfSurgery } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { knownOrProblem } from '../reading/filters-asked-for.js';
import { listPage, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { chosenActions } from './chosen-actions.js';
import { ListActionsOfSurgeries } from './list-actions-of-surgeries.js';
import { ShowCompletionOfSurgeries } from './show-completion-of-surgeries.js';
import {
  AREA_OF_AUTHORITY,
  CountedSurgeryActionsAskedFor,
  surgeriesQueryOf,
  SurgeryFiguresAskedFor,
} from './surgeries-filters.js';
import { teamsShown, type OfAllTeams } from './teams-shown.js';

/** What became of the actions that surgeries on measures set. They are in no cycle, so that no figure of a cycle counts them. */
@ApiTags('figures')
@Controller('v1/action-completion/surgeries')
export class CompletionOfSurgeriesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({ summary: 'What became of the actions that surgeries on measures set' })
  @AnswersFiguresOf(
    'Every action in exactly one state, as /v1/action-completion has those of audits; due soon by the policy of the authority. Every action is in one of the two',
  )
  @ReadsView(actionCompletionView)
  @Get()
  async figures(
    @Acting() acting: ActingPerson,
    @Query() asked: SurgeryFiguresAskedFor,
  ): Promise<Answer<OfAllTeams>> {
    const query = surgeriesQueryOf(acting, asked, this.clock().toISOString());
    const body = knownOrProblem(
      await this.queries.execute(new ShowCompletionOfSurgeries(query)),
      AREA_OF_AUTHORITY,
    );
    return { body: teamsShown(acting, body), position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The actions behind these figures; each count leads to as many' })
  @AnswersPage('A page of actions, the earliest due first')
  @ReadsView(actionCompletionView)
  @Get('cases')
  async cases(
    @Acting() acting: ActingPerson,
    @Query() asked: CountedSurgeryActionsAskedFor,
  ): Promise<Answer<ListPage<CountedActionOfSurgery>>> {
    const query = { ...surgeriesQueryOf(acting, asked, this.clock().toISOString()), ...chosenActions(asked) };
    const found = knownOrProblem(
      await this.queries.execute(new ListActionsOfSurgeries(query)),
      AREA_OF_AUTHORITY,
    );
    return { body: listPage(found), position: found.position };
  }
}
