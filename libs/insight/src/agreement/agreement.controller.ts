import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Line } from '#platform';
import {
  gradingDistributionView,
  type AboutFigure,
  type AgreementCase,
  type ModerationAgreement,
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
import { ListAgreementCases } from './list-agreement-cases.js';
import { ShowAgreement } from './show-agreement.js';

class AgreementAskedFor extends CasesAskedFor {
  @Line({
    ...{ optional: true, max: 60 },
    about: 'Code of a section whose grades are compared; the overall grades unless given.',
  })
  section?: string;
}

class AgreementCasesAskedFor extends AgreementAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** How far moderators give the grades that auditors gave, of the cases that chance chose. */
@ApiTags('figures')
@Controller('v1/agreement')
export class AgreementController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'How far moderators agree with auditors, blind and seen apart, of the cases that chance chose',
  })
  @AnswersFiguresOf('Matrix, shares, bias and coefficients with their intervals; what is missing and why')
  @ReadsView(gradingDistributionView)
  @Get()
  async agreement(
    @Acting() { authority }: ActingPerson,
    @Query() { section, ...asked }: AgreementAskedFor,
  ): Promise<Answer<ModerationAgreement & AboutFigure>> {
    const filters = { ...filtersOf(asked), authority, asOf: this.moment(asked) };
    const body = knownOrProblem(await this.queries.execute(new ShowAgreement({ ...filters, section })));
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The pairs of grades behind the agreement' })
  @AnswersPage('A page of cases, in the order of the ids of the children')
  @ReadsView(gradingDistributionView)
  @Get('cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() { section, after, limit, ...asked }: AgreementCasesAskedFor,
  ): Promise<Answer<ListPage<AgreementCase>>> {
    const filters = { ...filtersOf(asked), authority, asOf: this.moment(asked), section };
    const paging = pagingOf({ after, limit }, 'text');
    const found = await this.queries.execute(new ListAgreementCases({ ...filters, ...paging }));
    const page = knownOrProblem(found);
    return { body: listPage(page), position: page.position };
  }

  private moment({ asOf }: CasesAskedFor): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
