import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { COHORTS, type Cohort } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, Line, Uuid } from '#platform';
import {
  externalReliabilityView,
  type EveryRoundReliability,
  type ExternalCase,
  type RoundReliability,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES, READS_FIGURES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListExternalCases } from './list-external-cases.js';
import { ListExternalReliability } from './list-external-reliability.js';
import { ShowExternalReliability } from './show-external-reliability.js';

class ReliabilityAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @Line({ optional: true, about: "The child's team." }) team?: string;
  @Code(COHORTS, { optional: true }) cohort?: Cohort;
  @AsOf() asOf?: string;
}

class ExternalCasesAskedFor extends ReliabilityAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** How far grades from outside agree with ours. No grade from outside is in any answer before it was compared. */
@ApiTags('review rounds')
@Controller('v1')
export class ExternalReliabilityController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @Policy({ roles: READS_FIGURES })
  @ApiOperation({ summary: 'How far the grades of every review round agree with ours, the latest first' })
  @AnswersFiguresOf('A figure for each round; rounds are never added up')
  @ReadsView(externalReliabilityView)
  @Get('external-reliability')
  async all(
    @Acting() { authority }: ActingPerson,
    @Query() { asOf, ...filters }: ReliabilityAskedFor,
  ): Promise<Answer<EveryRoundReliability>> {
    const asked = { ...filters, authority, asOf: this.moment(asOf) };
    const body = await this.queries.execute(new ListExternalReliability(asked));
    return { body, position: body.position };
  }

  @Policy({ roles: READS_FIGURES })
  @ApiOperation({
    summary: 'How far the grades of a review round agree with ours, what was not compared and why',
  })
  @AnswersFiguresOf('Agreement with its exact lower limit, our grades beside theirs, quality and opinion')
  @ApiProblem(404, 'not-found')
  @ReadsView(externalReliabilityView)
  @Get('review-rounds/:id/reliability')
  async one(
    @Acting() { authority }: ActingPerson,
    @Param() { id: round }: OneThing,
    @Query() { asOf, ...filters }: ReliabilityAskedFor,
  ): Promise<Answer<RoundReliability>> {
    const asked = { ...filters, authority, round, asOf: this.moment(asOf) };
    const found = await this.queries.execute(new ShowExternalReliability(asked));
    const body = foundOr404(found, 'review round');
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({
    summary: 'The cases behind the figures of a review round; both grades once they are compared',
  })
  @AnswersPage('A page of cases, in the order of the ids of the children')
  @ApiProblem(404, 'not-found')
  @ReadsView(externalReliabilityView)
  @Get('review-rounds/:id/reliability/cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Param() { id: round }: OneThing,
    @Query() { asOf, after, limit, ...filters }: ExternalCasesAskedFor,
  ): Promise<Answer<ListPage<ExternalCase>>> {
    const asked = {
      ...{ ...filters, authority, round, asOf: this.moment(asOf) },
      ...pagingOf({ after, limit }, 'text'),
    };
    const found = foundOr404(await this.queries.execute(new ListExternalCases(asked)), 'review round');
    return { body: listPage(found), position: found.position };
  }

  private moment(asOf: string | undefined): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
