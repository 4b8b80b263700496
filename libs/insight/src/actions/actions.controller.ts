import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ACTION_STATUSES, type ActionStatus } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, IsoDay, Line, Uuid } from '#platform';
import { actionCompletionView, type TrackedAction } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersOneThing, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { listPage, PageAskedFor, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_ACTIONS, readsCases } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { FindAction } from './find-action.js';
import { ListActions } from './list-actions.js';

class ActionsAskedFor extends PageAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @Uuid({ optional: true }) audit?: string;
  @Line({ optional: true, about: "The authority's own id of the child." }) child?: string;
  @Uuid({ optional: true, about: 'Set by surgeries on this measure.' }) measure?: string;
  @Uuid({ optional: true }) owner?: string;
  @Line({ optional: true }) team?: string;
  @Code(ACTION_STATUSES, { optional: true }) status?: ActionStatus;
  @IsoDay({ optional: true, about: 'Only actions that are open and were due before this day.' })
  overdueOn?: string;
  @AsOf() asOf?: string;
}

@ApiTags('actions')
@Policy({ roles: READS_ACTIONS, relationship: 'an action owner who reads no cases sees their own actions' })
@Controller('v1/actions')
export class ActionsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'Improvement actions, the earliest due first' })
  @AnswersPage('A page of actions')
  @ReadsView(actionCompletionView)
  @Get()
  async list(
    @Acting() acting: ActingPerson,
    @Query() { after, limit, ...asked }: ActionsAskedFor,
  ): Promise<Answer<ListPage<TrackedAction>>> {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const paging = pagingOf({ after, limit }, 'day');
    const own = readsCases(acting) ? {} : { owner: acting.person };
    const { authority } = acting;
    const found = await this.queries.execute(
      new ListActions({ ...asked, authority, asOf, ...paging, ...own }),
    );
    return { body: listPage(found), position: found.position };
  }

  @ApiOperation({ summary: 'An improvement action and how far it has come' })
  @AnswersOneThing('The action')
  @ApiProblem(404, 'not-found')
  @ReadsView(actionCompletionView)
  @Get(':id')
  async one(@Acting() acting: ActingPerson, @Param() { id }: OneThing): Promise<Answer<TrackedAction>> {
    const found = await this.queries.execute(new FindAction(acting.authority, id));
    const theirs = readsCases(acting) || found?.thing.owner === acting.person ? found : null;
    const { thing, revision } = foundOr404(theirs, 'action');
    return { body: thing, revision };
  }
}
