import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { COHORTS, londonDate, type Cohort } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, IsoDay, Line, Problem, Uuid } from '#platform';
import {
  auditorTimelinessView,
  type AllocationShown,
  type AuditorTimeliness,
  type TimelinessQuery,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { knownOrProblem, timeAskedFor } from '../reading/filters-asked-for.js';
import { After, Limit, listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ListAllocations } from './list-allocations.js';
import { ShowAuditorTimeliness } from './show-auditor-timeliness.js';

class TimelinessAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @IsoDay({ optional: true, about: 'Only of cycles whose period ends on this day or later.' }) from?: string;
  @IsoDay({ optional: true, about: 'Only of cycles whose period ends on this day or earlier.' }) to?: string;
  @Line({ optional: true, about: "The child's team." }) team?: string;
  @Code(COHORTS, { optional: true }) cohort?: Cohort;
  @Uuid({ optional: true, about: 'Only what was allocated to this auditor.' }) auditor?: string;
  @IsoDay({ optional: true, about: 'The day on which lateness is judged; today unless given.' }) on?: string;
  @AsOf() asOf?: string;
}

class AllocationsAskedFor extends TimelinessAskedFor {
  @After() after?: string;
  @Limit() limit?: number;
}

/** Whether audits come in time, to plan by. An auditor sees their own alone; nothing is put in an order of who is better. */
@ApiTags('auditor timeliness')
@Policy({ roles: ['qa-lead', 'auditor'], relationship: 'an auditor sees their own times alone' })
@ApiProblem(403, 'not-yours')
@Controller('v1/auditor-timeliness')
export class AuditorTimelinessController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'Whether audits are graded by the day they are due, for each auditor' })
  @AnswersFiguresOf('Each allocation stands in exactly one way on the day `on`; auditors add up to the whole')
  @ReadsView(auditorTimelinessView)
  @Get()
  async figures(
    @Acting() acting: ActingPerson,
    @Query() asked: TimelinessAskedFor,
  ): Promise<Answer<AuditorTimeliness>> {
    const found = await this.queries.execute(new ShowAuditorTimeliness(this.query(acting, asked)));
    const body = knownOrProblem(found);
    return { body, position: body.position };
  }

  @ApiOperation({ summary: 'The allocations behind the figures, with when each was due and graded' })
  @AnswersPage('A page of allocations, the earliest due first')
  @ReadsView(auditorTimelinessView)
  @Get('cases')
  async cases(
    @Acting() acting: ActingPerson,
    @Query() { after, limit, ...asked }: AllocationsAskedFor,
  ): Promise<Answer<ListPage<AllocationShown>>> {
    const query = { ...this.query(acting, asked), ...pagingOf({ after, limit }, 'text') };
    const found = knownOrProblem(await this.queries.execute(new ListAllocations(query)));
    return { body: listPage(found), position: found.position };
  }

  private query(
    acting: ActingPerson,
    { asOf, on, auditor, ...filters }: TimelinessAskedFor,
  ): TimelinessQuery {
    const moment = momentAskedFor(asOf, this.clock().toISOString());
    return {
      ...filters,
      ...timeAskedFor(filters),
      authority: acting.authority,
      auditor: auditorAskedFor(acting, auditor),
      on: on ?? londonDate(moment ?? this.clock().toISOString()),
      asOf: moment,
    };
  }
}

/** @throws Problem 403 for an auditor who asks about another one */
function auditorAskedFor({ person, roles }: ActingPerson, auditor: string | undefined): string | undefined {
  if (roles.includes('qa-lead')) return auditor;
  if (auditor === undefined || auditor === person) return person;
  throw new Problem(
    403,
    'not-yours',
    'An auditor sees their own times alone. Leave `auditor` out to see yours.',
  );
}
