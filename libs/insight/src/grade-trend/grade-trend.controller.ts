import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, type ActingPerson } from '#identity';
import { Code, Line } from '#platform';
import { GRADE_STAGES, gradingDistributionView, type AboutFigure, type GradeStage } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesOfTimeAskedFor, filtersOf, knownOrProblem } from '../reading/filters-asked-for.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ShowGradeTrend } from './show-grade-trend.js';
import { presentTrend, type TrendAnswer } from './trend.presenter.js';

class TrendAskedFor extends CasesOfTimeAskedFor {
  @Code(GRADE_STAGES, { optional: true, about: "The auditor's first grade, or the final one unless given." })
  stage?: GradeStage;
  @Line({ optional: true, max: 60, about: 'Code of a section: its grades, and not those of the whole case.' })
  section?: string;
}

/** How grades went from cycle to cycle. */
@ApiTags('figures')
@Controller('v1')
export class GradeTrendController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'How grades went from cycle to cycle, with limits from twelve closed cycles on and runs before',
  })
  @AnswersFiguresOf(
    'A line for each kind, version of a tool and scale, never joined. `chart` is of the grades that were given, `adjustedChart` of those that would be if everything had been moderated; both stand at each point, with their intervals',
  )
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution/trend')
  async trend(
    @Acting() { authority }: ActingPerson,
    @Query() asked: TrendAskedFor,
  ): Promise<Answer<TrendAnswer & AboutFigure>> {
    const { stage = 'final', section } = asked;
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const query = { ...filtersOf(asked), authority, asOf, stage, section };
    const trend = knownOrProblem(await this.queries.execute(new ShowGradeTrend(query)));
    return { body: { ...trend, ...presentTrend(trend, asked) }, position: trend.position };
  }
}
