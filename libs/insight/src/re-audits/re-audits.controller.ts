import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { caseRecordView } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersOneThing } from '../reading/answers.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_CASES } from '../reading/readers.js';
import { namedTo } from '../reading/who-graded.js';
import { ReadsView } from '../reading/reads-view.js';
import { FindReAudit } from './find-re-audit.js';
import type { ReAudit } from './re-audit.js';

@ApiTags('re-audits')
@Policy({ roles: READS_CASES })
@Controller('v1/re-audits')
export class ReAuditsController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({
    summary: 'A case audited again: its grade beside the original one, and a verdict on every action',
  })
  @AnswersOneThing('The re-audit')
  @ApiProblem(404, 'not-found')
  @ReadsView(caseRecordView)
  @Get(':id')
  async one(@Acting() acting: ActingPerson, @Param() { id }: OneThing): Promise<Answer<ReAudit>> {
    const found = await this.queries.execute(new FindReAudit(acting.authority, id));
    const { thing, revision } = foundOr404(found, 're-audit');
    return { body: { ...thing, reAuditor: namedTo(acting, thing.reAuditor) }, revision };
  }
}
