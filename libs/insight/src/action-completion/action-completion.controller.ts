import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { actionCompletionView, type AboutFigure, type CountedAction } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { knownOrProblem } from '../reading/filters-asked-for.js';
import { listPage, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ActionFiguresAskedFor, actionsQueryOf, CountedActionsAskedFor } from './actions-filters.js';
import { chosenActions } from './chosen-actions.js';
import { ListCountedActions } from './list-counted-actions.js';
import { ShowCompletion } from './show-completion.js';
import { teamsShown, type OfAllTeams } from './teams-shown.js';

/** What became of actions, over one cycle or several. */
@ApiTags('figures')
@Controller('v1/action-completion')
export class ActionCompletionController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'What became of the actions that audits set, how old the open ones are and how long they take',
  })
  @AnswersFiguresOf(
    'Every action in exactly one state; ageing in working days; Kaplan-Meier times in calendar days, their limits of sampling error alone; parts by team for those who read cases. What surgeries on measures set is in no cycle and not counted here: see /v1/action-completion/surgeries',
  )
  @ReadsView(actionCompletionView)
  @Get()
  async figures(
    @Acting() acting: ActingPerson,
    @Query() asked: ActionFiguresAskedFor,
  ): Promise<Answer<OfAllTeams & AboutFigure>> {
    const query = actionsQueryOf(acting, asked, this.now());
    const body = knownOrProblem(await this.queries.execute(new ShowCompletion(query)));
    return { body: teamsShown(acting, body), position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The actions behind these figures; each count leads to as many' })
  @AnswersPage('A page of actions, the earliest due first')
  @ReadsView(actionCompletionView)
  @Get('cases')
  async cases(
    @Acting() acting: ActingPerson,
    @Query() asked: CountedActionsAskedFor,
  ): Promise<Answer<ListPage<CountedAction>>> {
    const query = { ...actionsQueryOf(acting, asked, this.now()), ...chosenActions(asked) };
    const found = knownOrProblem(await this.queries.execute(new ListCountedActions(query)));
    return { body: listPage(found), position: found.position };
  }

  private now(): string {
    return this.clock().toISOString();
  }
}
