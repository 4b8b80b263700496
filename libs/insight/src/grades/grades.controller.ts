import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import {
  externalReliabilityView,
  gradingDistributionView,
  reAuditOutcomesView,
  type AboutFigure,
  type CaseElsewhere,
  type CaseFilters,
  type GradedCase,
  type GradesElsewhere,
  type GradesOfCycles,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { filtersOf, knownOrProblem, type CasesAskedFor } from '../reading/filters-asked-for.js';
import { listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsFigures } from '../reading/reads-figures.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { groupingElsewhere, isElsewhere, refuseTogether } from './asked-together.js';
import { GradedCasesAskedFor, GroupedGradesAskedFor } from './grades-asked-for.js';
import { HOW_FAR_TO_TRUST } from './how-far-to-trust.js';
import { ListCasesElsewhere } from './list-cases-elsewhere.js';
import { ListGradedCases } from './list-graded-cases.js';
import { ShowGradesElsewhere } from './show-grades-elsewhere.js';
import { ShowGrades } from './show-grades.js';

/** How cases were graded, over one cycle or several. */
@ApiTags('figures')
@Controller('v1')
export class GradesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'How the cases of a cycle, or of several of one kind, were graded: a distribution that adds up',
    description: HOW_FAR_TO_TRUST,
  })
  @AnswersFiguresOf('The distribution, what is missing and why, and the cycles that it is made of')
  @ReadsView(gradingDistributionView, externalReliabilityView, reAuditOutcomesView)
  @Get('grading-distribution')
  async grades(
    @Acting() { authority }: ActingPerson,
    @Query() asked: GroupedGradesAskedFor,
  ): Promise<Answer<(GradesOfCycles & AboutFigure) | GradesElsewhere>> {
    refuseTogether(asked);
    const { stage = 'final', by, section, lineOfEnquiry, round, rule } = asked;
    const filters = { ...this.filters(asked), authority };
    const body = isElsewhere(stage)
      ? knownOrProblem(
          await this.queries.execute(
            new ShowGradesElsewhere({ ...filters, stage, by: groupingElsewhere(by), round, rule }),
          ),
        )
      : knownOrProblem(
          await this.queries.execute(new ShowGrades({ ...filters, stage, by, section, lineOfEnquiry })),
        );
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The cases behind the figures of grades, each with the grades that it has had' })
  @AnswersPage('A page of cases, in the order of the ids of the children')
  @ReadsView(gradingDistributionView, externalReliabilityView, reAuditOutcomesView)
  @Get('grading-distribution/cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() asked: GradedCasesAskedFor,
  ): Promise<Answer<ListPage<GradedCase | CaseElsewhere>>> {
    refuseTogether(asked);
    const { stage = 'final', section, lineOfEnquiry, round, rule, grade, outcome } = asked;
    const filters = { ...this.filters(asked), authority, grade, outcome, ...pagingOf(asked, 'text') };
    const found = isElsewhere(stage)
      ? knownOrProblem(await this.queries.execute(new ListCasesElsewhere({ ...filters, stage, round, rule })))
      : knownOrProblem(
          await this.queries.execute(new ListGradedCases({ ...filters, stage, section, lineOfEnquiry })),
        );
    return { body: listPage<GradedCase | CaseElsewhere>(found), position: found.position };
  }

  private filters(asked: CasesAskedFor): CaseFilters & { readonly asOf: string | undefined } {
    return { ...filtersOf(asked), asOf: momentAskedFor(asked.asOf, this.clock().toISOString()) };
  }
}
