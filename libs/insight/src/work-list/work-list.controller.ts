import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ROLES, type Role } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code, Line, Uuid } from '#platform';
import {
  WORK_EXCEPTIONS,
  WORK_KINDS,
  WORK_STANDINGS,
  workListView,
  type ExceptionFigure,
  type ExceptionItem,
  type ModerationFigure,
  type WorkException,
  type WorkFigure,
  type WorkItem,
  type WorkKind,
  type WorkStanding,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguredPage } from '../reading/answers.js';
import { pagingOf } from '../reading/page-asked-for.js';
import { NOT_FROM_OUTSIDE, READS_CASES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListOverdueWork } from './list-overdue-work.js';
import { ListWorkExceptions } from './list-work-exceptions.js';
import { ShowModerationQueue } from './show-moderation-queue.js';
import { ShowMyWork } from './show-my-work.js';
import { workBody, type WorkBody } from './work-body.js';
import { WorkAskedFor, workMoment } from './work-moment.js';

/** Who sees that the work of others gets done. */
const OVERSEES: readonly Role[] = ['qa-lead', 'service-leader'];

class CaseWorkAskedFor extends WorkAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @Line({ optional: true, about: "The child's team; of an action, the team that is to act." }) team?: string;
}

class KindsAskedFor extends CaseWorkAskedFor {
  @Code(WORK_KINDS, { optional: true }) kind?: WorkKind;
}

class MyWorkAskedFor extends KindsAskedFor {
  @Code(WORK_STANDINGS, { optional: true }) standing?: WorkStanding;
  @Code(ROLES, { optional: true, about: 'Only what waits for anybody who holds this role, if I hold it.' })
  role?: Role;
}

class ExceptionsAskedFor extends CaseWorkAskedFor {
  @Code(WORK_EXCEPTIONS, { optional: true }) exception?: WorkException;
}

/** What waits: for whoever asks, for anybody, and what waits in vain. No answer says anything of a grade. */
@ApiTags('work list')
@Controller('v1/work-list')
export class WorkListController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @Policy({ roles: NOT_FROM_OUTSIDE, relationship: 'everybody sees what waits for them' })
  @ApiOperation({ summary: 'What waits for me, by name or because of my roles, the first due first' })
  @AnswersFiguredPage('A page of what waits, and the figures of all of it')
  @ReadsView(workListView)
  @Get()
  async mine(
    @Acting() { authority, person, roles }: ActingPerson,
    @Query() asked: MyWorkAskedFor,
  ): Promise<Answer<WorkBody<WorkItem, WorkFigure>>> {
    const query = { ...this.asked(asked), authority, worker: { person, roles } };
    return workBody(await this.queries.execute(new ShowMyWork(query)));
  }

  @Policy({ roles: OVERSEES })
  @ApiOperation({ summary: 'Whatever is overdue, whoever it waits for' })
  @AnswersFiguredPage('A page of what is overdue, and the figures of all of it')
  @ReadsView(workListView)
  @Get('overdue')
  async overdue(
    @Acting() { authority, person }: ActingPerson,
    @Query() asked: KindsAskedFor,
  ): Promise<Answer<WorkBody<WorkItem, WorkFigure>>> {
    const query = { ...this.asked(asked), authority, viewer: person };
    return workBody(await this.queries.execute(new ListOverdueWork(query)));
  }

  @Policy({ roles: OVERSEES })
  @ApiOperation({
    summary:
      'Moderations that were missed, cases that a conflict took from somebody, work of people who left',
  })
  @AnswersFiguredPage('A page of exceptions, the oldest first, and how many there are of each')
  @ReadsView(workListView)
  @Get('exceptions')
  async exceptions(
    @Acting() { authority, person }: ActingPerson,
    @Query() asked: ExceptionsAskedFor,
  ): Promise<Answer<WorkBody<ExceptionItem, ExceptionFigure>>> {
    const query = { ...this.asked(asked), authority, viewer: person };
    return workBody(await this.queries.execute(new ListWorkExceptions(query)));
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The moderations that are outstanding with their age, the oldest first' })
  @AnswersFiguredPage('A page of moderations, and the figures of all of them')
  @ReadsView(workListView)
  @Get('moderation-queue')
  async moderationQueue(
    @Acting() { authority }: ActingPerson,
    @Query() asked: CaseWorkAskedFor,
  ): Promise<Answer<WorkBody<WorkItem, ModerationFigure>>> {
    const query = { ...this.asked(asked), authority };
    return workBody(await this.queries.execute(new ShowModerationQueue(query)));
  }

  /** The filters as they are, with the page and the moment that are asked for. */
  private asked<Asked extends WorkAskedFor>({ after, limit, on, asOf, ...filters }: Asked) {
    return {
      ...filters,
      ...pagingOf({ after, limit }, 'text'),
      ...workMoment({ on, asOf }, this.clock().toISOString()),
    };
  }
}
