import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { Code, IsoDay, Line, Uuid } from '#platform';
import {
  RE_AUDIT_GROUPINGS,
  reAuditOutcomesView,
  type ReAuditGrouping,
  type ReAuditOutcome,
  type ReAuditOutcomes,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_CASES, READS_FIGURES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListReAuditOutcomes } from './list-re-audit-outcomes.js';
import { ShowReAuditOutcomes } from './show-re-audit-outcomes.js';

class ReAuditsAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @IsoDay({ optional: true, about: 'Only of cycles whose period ends on this day or later.' }) from?: string;
  @IsoDay({ optional: true, about: 'Only of cycles whose period ends on this day or earlier.' }) to?: string;
  @Line({ optional: true, about: "The child's team." }) team?: string;
  @Line({ optional: true, about: 'Code of a theme: its actions alone.' }) theme?: string;
  @AsOf() asOf?: string;
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

  @Policy({ roles: READS_FIGURES })
  @ApiOperation({
    summary: 'What re-audits found of the original actions, with the true-closure rate and its interval',
  })
  @AnswersFiguresOf('Verdicts add up to the tests; grades of the re-audits beside the original ones')
  @ReadsView(reAuditOutcomesView)
  @Get()
  async figures(
    @Acting() { authority }: ActingPerson,
    @Query() { asOf, ...filters }: OutcomesAskedFor,
  ): Promise<Answer<ReAuditOutcomes>> {
    const asked = { ...filters, authority, asOf: this.moment(asOf) };
    const body = await this.queries.execute(new ShowReAuditOutcomes(asked));
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
    @Query() { asOf, after, limit, ...filters }: ReAuditedCasesAskedFor,
  ): Promise<Answer<ListPage<ReAuditOutcome>>> {
    const asked = {
      ...{ ...filters, authority, asOf: this.moment(asOf) },
      ...pagingOf({ after, limit }, 'text'),
    };
    const found = await this.queries.execute(new ListReAuditOutcomes(asked));
    return { body: listPage(found), position: found.position };
  }

  private moment(asOf: string | undefined): string | undefined {
    return momentAskedFor(asOf, this.clock().toISOString());
  }
}
