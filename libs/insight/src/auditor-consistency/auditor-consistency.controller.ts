import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, invalidInput, Problem } from '#platform';
import {
  gradingDistributionView,
  type AboutFigure,
  type AuditorConsistency,
  type GradesQuery,
  type OwnConsistency,
} from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { CasesAskedFor, filtersOf, knownOrProblem } from '../reading/filters-asked-for.js';
import { OneThing } from '../reading/one-thing.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { ShowConsistency } from './show-consistency.js';
import { ShowOwnConsistency } from './show-own-consistency.js';

/** How lenient auditors are: for those who lead the audits, and for each auditor about themselves. Never a table of who is best. */
@ApiTags('figures')
@Controller('v1/auditors')
export class AuditorConsistencyController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @ApiOperation({
    summary:
      'How lenient each auditor is against moderators and reviewers from outside, and whether that changes',
  })
  @AnswersFiguresOf(
    'Own mean and mean drawn towards that of all, with intervals; auditors in the order of their ids',
  )
  @ReadsView(gradingDistributionView)
  @Get('consistency')
  async all(
    @Acting() acting: ActingPerson,
    @Query() asked: CasesAskedFor,
  ): Promise<Answer<AuditorConsistency & AboutFigure>> {
    const found = await this.queries.execute(new ShowConsistency(this.query(acting, asked)));
    const body = knownOrProblem(found);
    return { body, position: body.position };
  }

  @Policy({ roles: ['qa-lead', 'auditor'], relationship: 'an auditor sees their own figures alone' })
  @ApiOperation({ summary: 'How lenient one auditor is, beside the mean of all' })
  @AnswersFiguresOf('The figures of the auditor; null where they graded nothing in these cycles')
  @ApiProblem(403, 'not-yours')
  @ApiProblem(404, 'not-found')
  @ReadsView(gradingDistributionView)
  @Get(':id/consistency')
  async one(
    @Acting() acting: ActingPerson,
    @Param() { id: auditor }: OneThing,
    @Query() asked: CasesAskedFor,
  ): Promise<Answer<OwnConsistency & AboutFigure>> {
    refuseOthers(acting, auditor);
    if (!acting.roles.includes('qa-lead')) refuseParts(asked);
    const found = await this.queries.execute(
      new ShowOwnConsistency({ ...this.query(acting, asked), auditor }),
    );
    const body = knownOrProblem(found);
    return { body, position: body.position };
  }

  private query({ authority }: ActingPerson, asked: CasesAskedFor): GradesQuery {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    return { ...filtersOf(asked), authority, asOf };
  }
}

/** Of a part of the cases the mean of all may be that of a single colleague. @throws Problem 400 for filters by part */
function refuseParts({ cohort, team, area }: CasesAskedFor): void {
  const parts = Object.entries({ cohort, team, area }).filter(([, value]) => value !== undefined);
  if (parts.length > 0)
    throw invalidInput(
      parts.map(([path]) => ({ path, message: 'must be left out: ask for cycles and times' })),
    );
}

/** @throws Problem 403 for an auditor who asks about another one */
function refuseOthers({ person, roles }: ActingPerson, auditor: string): void {
  if (roles.includes('qa-lead') || auditor === person) return;
  throw new Problem(403, 'not-yours', 'An auditor sees their own figures alone. Give your own id.');
}
