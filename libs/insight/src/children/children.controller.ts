import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Line } from '#platform';
import { caseRecordView, type CaseRecordItem } from '#views';
import { RecordAskedFor } from '../case-record/record-asked-for.js';
import { ShowCaseRecord } from '../case-record/show-case-record.js';
import { escalationViewer } from '../escalations/escalation-viewer.js';
import type { Answer } from '../reading/answer.js';
import { AnswersPage } from '../reading/answers.js';
import { momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { listPage, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { gradersTo, READS_CASES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';

class OneChild {
  @Line({ about: "The authority's own id of the child." }) id!: string;
}

@ApiTags('children')
@Policy({ roles: READS_CASES })
@Controller('v1/children')
export class ChildrenController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'What happened in all audits of a child; facts, and no narrative' })
  @AnswersPage('A page of events, in the order of the log')
  @ApiProblem(404, 'not-found')
  @ReadsView(caseRecordView)
  @Get(':id/record')
  async record(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneChild,
    @Query() asked: RecordAskedFor,
  ): Promise<Answer<ListPage<CaseRecordItem>>> {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const { authority } = acting;
    const viewer = escalationViewer(acting);
    const graders = gradersTo(acting);
    const query = { authority, of: { child: id }, viewer, graders, asOf, ...pagingOf(asked, 'log') };
    const found = foundOr404(await this.queries.execute(new ShowCaseRecord(query)), 'child');
    return { body: listPage(found), position: found.position };
  }
}
