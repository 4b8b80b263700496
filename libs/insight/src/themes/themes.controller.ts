import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code, Line } from '#platform';
import {
  gradingDistributionView,
  THEME_GROUPINGS,
  THEME_SIDES,
  type AboutFigure,
  type ThemedCase,
  type ThemeGrouping,
  type Themes,
  type ThemeSide,
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
import { ListThemedCases } from './list-themed-cases.js';
import { ShowThemes } from './show-themes.js';

class ThemesAskedFor extends CasesAskedFor {
  @Code(THEME_GROUPINGS, { optional: true, about: 'The same for each cohort, team or area as well.' })
  by?: ThemeGrouping;
}

class ThemedCasesAskedFor extends CasesAskedFor {
  @Line({ max: 60, about: 'Code of the theme.' }) theme!: string;
  @Code(THEME_SIDES, { about: 'Whether the work was strong in it or has to develop.' }) as!: ThemeSide;
  @After() after?: string;
  @Limit() limit?: number;
}

/** What graded cases say of the themes of the audit tool, and which actions were set about them. */
@ApiTags('figures')
@Controller('v1/themes')
export class ThemesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'In which themes work was strong and in which it has to develop, with the actions about them',
  })
  @AnswersFiguresOf(
    'Shares of the graded cases with limits of sampling error alone; a case may name several themes, so that they do not add up',
  )
  @ReadsView(gradingDistributionView)
  @Get()
  async figures(
    @Acting() { authority }: ActingPerson,
    @Query() { by, ...asked }: ThemesAskedFor,
  ): Promise<Answer<Themes & AboutFigure>> {
    const filters = { ...filtersOf(asked), authority, asOf: this.moment(asked) };
    const body = knownOrProblem(await this.queries.execute(new ShowThemes({ ...filters, by })));
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({ summary: 'The cases that name a theme; each count leads to as many' })
  @AnswersPage('A page of cases, in the order of the ids of the children')
  @ReadsView(gradingDistributionView)
  @Get('cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() { theme, as: side, after, limit, ...asked }: ThemedCasesAskedFor,
  ): Promise<Answer<ListPage<ThemedCase>>> {
    const filters = { ...filtersOf(asked), authority, theme, side, asOf: this.moment(asked) };
    const paging = pagingOf({ after, limit }, 'text');
    const found = knownOrProblem(await this.queries.execute(new ListThemedCases({ ...filters, ...paging })));
    return { body: listPage(found), position: found.position };
  }

  private moment({ asOf }: CasesAskedFor): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
