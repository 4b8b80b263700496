import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { COHORTS, type Cohort } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, Code, Line, Uuid } from '#platform';
import {
  caseRecordView,
  cycleProgressView,
  WORKFLOW_STATUSES,
  type AuditRow,
  type CaseRecordItem,
  type WorkflowStatus,
} from '#views';
import { GradesOfCase, type CaseGradesAnswer } from '../case-record/grades-of-case.js';
import { RecordAskedFor } from '../case-record/record-asked-for.js';
import { ShowCaseRecord } from '../case-record/show-case-record.js';
import { escalationViewer } from '../escalations/escalation-viewer.js';
import type { Answer } from '../reading/answer.js';
import { AnswersFiguresOf, AnswersOneThing, AnswersPage } from '../reading/answers.js';
import { AsOf, momentAskedFor } from '../reading/as-of.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { listPage, PageAskedFor, pagingOf, type ListPage } from '../reading/page-asked-for.js';
import { gradersTo, READS_CASES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { CLOCK } from '../reading/sources.js';
import { FindAudit } from './find-audit.js';
import { ListAudits } from './list-audits.js';
import { auditFor, refuseOthers } from '../reading/who-graded.js';

class AuditsAskedFor extends PageAskedFor {
  @Uuid({ optional: true }) cycle?: string;
  @Code(WORKFLOW_STATUSES, { optional: true }) status?: WorkflowStatus;
  @Uuid({ optional: true, about: 'Whose audit it is: oneself, but for those who are told who grades.' })
  auditor?: string;
  @Uuid({ optional: true, about: 'Who moderates it: oneself, but for those who are told who grades.' })
  moderator?: string;
  @Line({ optional: true }) team?: string;
  @Line({ optional: true, about: "The authority's own id of the child." }) child?: string;
  @Code(COHORTS, { optional: true }) cohort?: Cohort;
  @AsOf() asOf?: string;
}

class GradesOfAuditAskedFor {
  @AsOf() asOf?: string;
}

@ApiTags('audits')
@Policy({ roles: READS_CASES })
@Controller('v1/audits')
export class AuditsController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'Audits and where they stand, in the order of the ids of the children' })
  @AnswersPage('A page of audits; those who grade are `somebody-else` to whoever is not told who they are')
  @ApiProblem(403, 'not-yours')
  @ReadsView(cycleProgressView)
  @Get()
  async list(
    @Acting() acting: ActingPerson,
    @Query() { after, limit, ...asked }: AuditsAskedFor,
  ): Promise<Answer<ListPage<AuditRow>>> {
    refuseOthers(acting, asked);
    const { authority } = acting;
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const paging = pagingOf({ after, limit }, 'text');
    const found = await this.queries.execute(new ListAudits({ ...asked, authority, asOf, ...paging }));
    const items = found.items.map((audit) => auditFor(acting, audit));
    return { body: listPage({ ...found, items }), position: found.position };
  }

  @ApiOperation({ summary: 'Where an audit stands, and with whom' })
  @AnswersOneThing('The audit')
  @ApiProblem(404, 'not-found')
  @ReadsView(cycleProgressView)
  @Get(':id')
  async one(@Acting() acting: ActingPerson, @Param() { id }: OneThing): Promise<Answer<AuditRow>> {
    const found = await this.queries.execute(new FindAudit(acting.authority, id));
    const { thing, revision } = foundOr404(found, 'audit');
    return { body: auditFor(acting, thing), revision };
  }

  @ApiOperation({
    summary:
      'What happened in an audit, to its actions and when it was audited again; facts, and no narrative',
  })
  @AnswersPage('A page of events, in the order of the log')
  @ApiProblem(404, 'not-found')
  @ReadsView(caseRecordView)
  @Get(':id/history')
  async history(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Query() asked: RecordAskedFor,
  ): Promise<Answer<ListPage<CaseRecordItem>>> {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const { authority } = acting;
    const viewer = escalationViewer(acting);
    const graders = gradersTo(acting);
    const query = { authority, of: { audit: id }, viewer, graders, asOf, ...pagingOf(asked, 'log') };
    const found = foundOr404(await this.queries.execute(new ShowCaseRecord(query)), 'audit');
    return { body: listPage(found), position: found.position };
  }

  @ApiOperation({
    summary:
      'Every grade that the case was given: by its auditor, moderator, panel, somebody from outside, a re-audit',
  })
  @AnswersFiguresOf(
    'Its grades side by side, null where there is none, and every step in the order of the log',
  )
  @ApiProblem(404, 'not-found')
  @ReadsView(caseRecordView)
  @Get(':id/grades')
  async grades(
    @Acting() { authority }: ActingPerson,
    @Param() { id: audit }: OneThing,
    @Query() asked: GradesOfAuditAskedFor,
  ): Promise<Answer<CaseGradesAnswer>> {
    const asOf = momentAskedFor(asked.asOf, this.clock().toISOString());
    const found = await this.queries.execute(new GradesOfCase({ authority, audit, asOf }));
    const body = foundOr404(found, 'audit');
    return { body, position: body.position };
  }
}
