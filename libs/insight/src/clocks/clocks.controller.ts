import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code } from '#platform';
import {
  auditorTimelinessView,
  CLOCK_STANDINGS,
  CLOCKS,
  type AboutFigure,
  type Clock,
  type ClockedCase,
  type Clocks,
  type ClocksQuery,
  type ClockStanding,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf, knownOrProblem } from '../reading/filters-asked-for.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListClockedCases } from './list-clocked-cases.js';
import { ShowClocks } from './show-clocks.js';

class ClockedCasesAskedFor extends CasesAskedFor {
  @Code(CLOCKS) clock!: Clock;
  @Code(CLOCK_STANDINGS, { optional: true, about: 'How the clock stands; any unless given.' })
  standing?: ClockStanding;
  @After() after?: string;
  @Limit() limit?: number;
}

/** How long the steps of the cycle take. Whose they were is no part of it, and escalations about staff are in nobody's figures here. */
@ApiTags('figures')
@Controller('v1/clocks')
export class ClocksController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'How long audits, moderation, comments, feedback and escalations take, and how many are late',
  })
  @AnswersFiguresOf(
    'Each clock adds up; Kaplan-Meier times with what still waits, and shares in time of what is decided, with limits of sampling error alone',
  )
  @ReadsView(auditorTimelinessView)
  @Get()
  async figures(
    @Acting() { authority }: ActingPerson,
    @Query() asked: CasesAskedFor,
  ): Promise<Answer<Clocks & AboutFigure>> {
    const found = await this.queries.execute(new ShowClocks(this.query(authority, asked)));
    const body = knownOrProblem(found);
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'What one clock counts for; each count leads to as many' })
  @AnswersPage(
    'A page in the order of the ids of the children; an audit is there for each of its allocations',
  )
  @ReadsView(auditorTimelinessView)
  @Get('cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() { clock, standing, after, limit, ...asked }: ClockedCasesAskedFor,
  ): Promise<Answer<ListPage<ClockedCase>>> {
    const query = { ...this.query(authority, asked), clock, standing };
    const paging = pagingOf({ after, limit }, 'text');
    const found = knownOrProblem(await this.queries.execute(new ListClockedCases({ ...query, ...paging })));
    return { body: listPage(found), position: found.position };
  }

  private query(authority: string, asked: CasesAskedFor): ClocksQuery {
    const now = this.clock().toISOString();
    const asOf = momentAskedFor(asked.asOf, now);
    const at = asOf === undefined || asOf > now ? now : asOf;
    return { ...filtersOf(asked), authority, at, asOf };
  }
}
