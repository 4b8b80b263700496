import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code, Line } from '#platform';
import {
  GRADE_STAGES,
  GRADES_GROUPINGS,
  gradingDistributionView,
  type AboutFigure,
  type GradedCase,
  type GradesOfCycles,
  type GradesGrouping,
  type GradeStage,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf, knownOrProblem } from '../reading/filters-asked-for.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES, READS_FIGURES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { refuseTogether } from './asked-together.js';
import { ListGradedCases } from './list-graded-cases.js';
import { ShowGrades } from './show-grades.js';

const SECTION = { optional: true, max: 60 } as const;

class GradesOfCyclesAskedFor extends CasesAskedFor {
  @Code(GRADE_STAGES, { optional: true, about: 'Final unless given.' }) stage?: GradeStage;
  @Code(GRADES_GROUPINGS, {
    optional: true,
    about:
      'The same figures for each part as well; a line of enquiry has one for each section that speaks to it.',
  })
  by?: GradesGrouping;
  @Line({ ...SECTION, about: 'Code of a section: its grades, and not those of the whole case.' })
  section?: string;
  @Line({ ...SECTION, about: 'Code of a line of enquiry: each section that speaks to it, by itself.' })
  lineOfEnquiry?: string;
}

class GradedCasesAskedFor extends CasesAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** How cases were graded, over one cycle or several. */
@ApiTags('figures')
@Controller('v1')
export class GradesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @Policy({ roles: READS_FIGURES })
  @ApiOperation({
    summary: 'How the cases of a cycle, or of several of one kind, were graded: a distribution that adds up',
  })
  @AnswersFiguresOf('The distribution, what is missing and why, and the cycles that it is made of')
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution')
  async grades(
    @Acting() { authority }: ActingPerson,
    @Query() asked: GradesOfCyclesAskedFor,
  ): Promise<Answer<GradesOfCycles & AboutFigure>> {
    const { stage = 'final', by, section, lineOfEnquiry } = asked;
    refuseTogether(asked);
    const filters = { ...filtersOf(asked), authority, asOf: this.moment(asked) };
    const found = await this.queries.execute(
      new ShowGrades({ ...filters, stage, by, section, lineOfEnquiry }),
    );
    const body = knownOrProblem(found);
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The cases behind the figures of grades, each with the grades that it has had' })
  @AnswersPage('A page of cases, in the order of the ids of the children')
  @ReadsView(gradingDistributionView)
  @Get('grading-distribution/cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() { after, limit, ...asked }: GradedCasesAskedFor,
  ): Promise<Answer<ListPage<GradedCase>>> {
    const filters = { ...filtersOf(asked), authority, asOf: this.moment(asked) };
    const paging = pagingOf({ after, limit }, 'text');
    const found = knownOrProblem(await this.queries.execute(new ListGradedCases({ ...filters, ...paging })));
    return { body: listPage(found), position: found.position };
  }

  private moment({ asOf }: CasesAskedFor): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
