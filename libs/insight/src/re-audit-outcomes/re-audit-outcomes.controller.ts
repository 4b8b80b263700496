import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ReAuditRule } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code, Line } from '#platform';
import {
  RE_AUDIT_GROUPINGS,
  RE_AUDIT_RULES,
  reAuditOutcomesView,
  type AboutFigure,
  type ReAuditGrouping,
  type ReAuditOutcome,
  type ReAuditOutcomes,
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
import { ListReAuditOutcomes } from './list-re-audit-outcomes.js';
import { ShowReAuditOutcomes } from './show-re-audit-outcomes.js';

class ReAuditsAskedFor extends CasesAskedFor {
  @Line({ optional: true, about: 'Code of a theme: its actions alone.' }) theme?: string;
  @Code(RE_AUDIT_RULES, {
    optional: true,
    about: 'Why cases were audited again: those alone. Drawn cases and others are never one figure.',
  })
  rule?: ReAuditRule;
}

class OutcomesAskedFor extends ReAuditsAskedFor {
  @Code(RE_AUDIT_GROUPINGS, {
    optional: true,
    about: 'The same figures for each cycle, team or theme as well.',
  })
  by?: ReAuditGrouping;
}

class ReAuditedCasesAskedFor extends ReAuditsAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** What became of actions in the eyes of somebody who looked again. */
@ApiTags('re-audits')
@Controller('v1/re-audit-outcomes')
export class ReAuditOutcomesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ReadsFigures()
  @ApiOperation({
    summary: 'What re-audits found of the original actions, with the true-closure rate and its interval',
    description:
      'The true-closure rate is that of cases that were drawn by chance, `drawn`. Cases that were audited again for their grade, or because somebody chose them, stand in `notDrawn`, each by itself: they are no sample, and say nothing of other cases. Intervals are of sampling error only (Wilson).',
  })
  @AnswersFiguresOf('What was drawn by chance, and apart from it what was not; verdicts add up to the tests')
  @ReadsView(reAuditOutcomesView)
  @Get()
  async figures(
    @Acting() { authority }: ActingPerson,
    @Query() { by, theme, rule, ...asked }: OutcomesAskedFor,
  ): Promise<Answer<ReAuditOutcomes & AboutFigure>> {
    const filters = { ...filtersOf(asked), authority, theme, rule, asOf: this.moment(asked) };
    const body = knownOrProblem(await this.queries.execute(new ShowReAuditOutcomes({ ...filters, by })));
    return { body, position: body.position };
  }

  @Policy({ roles: READS_CASES })
  @ApiOperation({
    summary:
      'The re-audits behind these figures, with the verdict on every action beside what its owner said',
  })
  @AnswersPage('A page of re-audits, in the order of the ids of the children')
  @ReadsView(reAuditOutcomesView)
  @Get('cases')
  async cases(
    @Acting() { authority }: ActingPerson,
    @Query() { theme, rule, after, limit, ...asked }: ReAuditedCasesAskedFor,
  ): Promise<Answer<ListPage<ReAuditOutcome>>> {
    const filters = { ...filtersOf(asked), authority, theme, rule, asOf: this.moment(asked) };
    const paging = pagingOf({ after, limit }, 'text');
    const found = knownOrProblem(
      await this.queries.execute(new ListReAuditOutcomes({ ...filters, ...paging })),
    );
    return { body: listPage(found), position: found.position };
  }

  private moment({ asOf }: CasesAskedFor): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
