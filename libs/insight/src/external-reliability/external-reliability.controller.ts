import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import {
  externalReliabilityView,
  type EveryRoundReliability,
  type ExternalCase,
  type RoundReliability,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf, knownOrProblem } from '../reading/filters-asked-for.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListExternalCases } from './list-external-cases.js';
import { ListExternalReliability } from './list-external-reliability.js';
import { ShowExternalReliability } from './show-external-reliability.js';

class ExternalCasesAskedFor extends CasesAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/**
 * How far grades from outside agree with ours. No grade from outside is in any answer before it was compared. With any
 * filter a figure is of a part of its round, of which the rule of the round says nothing.
 */
@ApiTags('review rounds')
@Controller('v1')
export class ExternalReliabilityController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({ summary: 'How far the grades of every review round agree with ours, the latest first' })
  @AnswersFiguresOf('A figure for each round; rounds are never added up')
  @ReadsView(externalReliabilityView)
  @Get('external-reliability')
  async all(
    @Acting() { authority }: ActingPerson,
    @Query() { asOf, ...filters }: CasesAskedFor,
  ): Promise<Answer<EveryRoundReliability>> {
    const asked = { ...filtersOf(filters), authority, asOf: this.moment(asOf) };
    const body = knownOrProblem(await this.queries.execute(new ListExternalReliability(asked)));
    return { body, position: body.position };
  }

  @ReadsFigures()
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
    @Query() { asOf, ...filters }: CasesAskedFor,
  ): Promise<Answer<RoundReliability>> {
    const asked = { ...filtersOf(filters), authority, round, asOf: this.moment(asOf) };
    const found = await this.queries.execute(new ShowExternalReliability(asked));
    const body = knownOrProblem(foundOr404(found, 'review round'));
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
      ...{ ...filtersOf(filters), authority, round, asOf: this.moment(asOf) },
      ...pagingOf({ after, limit }, 'text'),
    };
    const found = knownOrProblem(
      foundOr404(await this.queries.execute(new ListExternalCases(asked)), 'review round'),
    );
    return { body: listPage(found), position: found.position };
  }

  private moment(asOf: string | undefined): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
