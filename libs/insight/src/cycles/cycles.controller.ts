import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CYCLE_KINDS, type CycleKind } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code } from '#platform';
import { CYCLE_STATUSES, cycleProgressView, type CycleRow, type CycleStatus } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersOneThing, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { listPage, PageAskedFor, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { READS_PUBLISHED } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { FindCycle } from './find-cycle.js';
import { ListCycles } from './list-cycles.js';

class CyclesAskedFor extends PageAskedFor {
  @Code(CYCLE_KINDS, { optional: true }) kind?: CycleKind;
  @Code(CYCLE_STATUSES, { optional: true }) status?: CycleStatus;
}

class CycleAskedFor {
  @AsOf() asOf?: string;
}

@ApiTags('cycles')
@Policy({ roles: READS_PUBLISHED })
@Controller('v1/cycles')
export class CyclesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'Cycles, the latest period first' })
  @AnswersPage('A page of cycles')
  @ReadsView(cycleProgressView)
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Query() { kind, status, ...page }: CyclesAskedFor,
  ): Promise<Answer<ListPage<CycleRow>>> {
    const paging = pagingOf(page, 'day');
    const found = await this.queries.execute(new ListCycles({ authority, kind, status, ...paging }));
    return { body: listPage(found), position: found.position };
  }

  @ApiOperation({ summary: 'A cycle: its plan, its population, how its sample was drawn, where it stands' })
  @AnswersOneThing('The cycle')
  @ApiProblem(404, 'not-found')
  @ReadsView(cycleProgressView)
  @Get(':id')
  async one(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
    @Query() asked: CycleAskedFor,
  ): Promise<Answer<CycleRow>> {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const found = await this.queries.execute(new FindCycle(authority, id, asOf));
    const { thing, revision } = foundOr404(found, 'cycle');
    return { body: thing, revision };
  }
}
