import { Controller, Get, Header, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '#audit-cycle';
import { Acting, type ActingPerson } from '#identity';
import { ApiProblem, Code } from '#platform';
import {
  actionCompletionView,
  cycleProgressView,
  GRADE_STAGES,
  gradingDistributionView,
  GROUPINGS,
  type GradeStage,
  type GradingDistribution,
  type Grouping,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersCsv, AnswersFigures } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { distributionCsv } from './distribution-csv.js';
import * as present from './figures.presenter.js';
import { ShowActionCompletion } from './show-action-completion.js';
import { ShowGradingDistribution } from './show-grading-distribution.js';
import { ShowProgress } from './show-progress.js';

class FigureAskedFor {
  @AsOf() asOf?: string;
}

class CycleGradesAskedFor extends FigureAskedFor {
  @Code(GRADE_STAGES, {
    optional: true,
    about:
      'The grade that the auditor submitted first, or the final one of finalised audits; final unless given.',
  })
  stage?: GradeStage;
}

class DistributionAskedFor extends CycleGradesAskedFor {
  @Code(GROUPINGS, { optional: true, about: 'The same figures for each cohort, team or section as well.' })
  by?: Grouping;
}

@ApiTags('cycles')
@ReadsFigures()
@ApiProblem(404, 'not-found')
@Controller('v1/cycles/:id')
export class CycleFiguresController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({
    summary: 'How the cases were graded: a distribution that adds up, with its interval and its bounds',
  })
  @AnswersFigures('The distribution; percentages by largest remainder')
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution')
  async gradingDistribution(
    @Acting() person: ActingPerson,
    @Param() { id }: OneThing,
    @Query() asked: DistributionAskedFor,
  ): Promise<Answer<present.DistributionAnswer>> {
    return answer(present.presentDistribution(await this.distribution(person, id, asked)));
  }

  @ApiOperation({ summary: 'The same distribution as CSV, a line for each figure' })
  @AnswersCsv('UTF-8, one line of heads; empty where a figure does not exist')
  @Header('content-type', 'text/csv; charset=utf-8')
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution.csv')
  async gradingDistributionAsCsv(
    @Acting() person: ActingPerson,
    @Param() { id }: OneThing,
    @Query() asked: DistributionAskedFor,
  ): Promise<Answer<string>> {
    const distribution = present.presentDistribution(await this.distribution(person, id, asked));
    return { body: distributionCsv(distribution), position: distribution.position };
  }

  @ApiOperation({ summary: 'What is missing from the grading distribution, and why' })
  @AnswersFigures('Reasons why audits have no grade, and why audits were withdrawn')
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution/missing')
  async missing(
    @Acting() person: ActingPerson,
    @Param() { id }: OneThing,
    @Query() asked: CycleGradesAskedFor,
  ): Promise<Answer<present.MissingAnswer>> {
    return answer(present.presentMissing(await this.distribution(person, id, asked)));
  }

  @ApiOperation({ summary: 'What became of the actions: every action in exactly one state' })
  @AnswersFigures('Overdue is a part of open, judged on the day `today`; repeats are a part of set')
  @ReadsView(actionCompletionView)
  @Get('action-completion')
  async actionCompletion(
    @Acting() { authority }: ActingPerson,
    @Param() { id: cycle }: OneThing,
    @Query() asked: FigureAskedFor,
  ): Promise<Answer<present.CompletionAnswer>> {
    const asOf = this.moment(asked);
    const today = londonDate(asOf ?? this.now());
    const found = await this.queries.execute(new ShowActionCompletion({ authority, cycle, today, asOf }));
    return answer(present.presentCompletion(foundOr404(found, 'cycle')));
  }

  @ApiOperation({ summary: 'Where the audits stand' })
  @AnswersFigures('Every status with its number of audits')
  @ReadsView(cycleProgressView)
  @Get('progress')
  async progress(
    @Acting() { authority }: ActingPerson,
    @Param() { id: cycle }: OneThing,
    @Query() asked: FigureAskedFor,
  ): Promise<Answer<present.ProgressAnswer>> {
    const found = await this.queries.execute(
      new ShowProgress({ authority, cycle, asOf: this.moment(asked) }),
    );
    return answer(present.presentProgress(foundOr404(found, 'cycle')));
  }

  private async distribution(
    { authority }: ActingPerson,
    cycle: string,
    { stage = 'final', by, ...asked }: DistributionAskedFor,
  ): Promise<GradingDistribution> {
    const asOf = this.moment(asked);
    const found = await this.queries.execute(
      new ShowGradingDistribution({ authority, cycle, stage, by, asOf }),
    );
    return foundOr404(found, 'cycle');
  }

  private moment({ asOf }: FigureAskedFor): string | undefined {
    return momentAskedFor(asOf, this.now());
  }

  private now(): string {
    return this.clock().toISOString();
  }
}

const answer = <Body extends { readonly position: string }>(body: Body): Answer<Body> => ({
  body,
  position: body.position,
});
