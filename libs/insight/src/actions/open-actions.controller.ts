import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { actionCompletionView, type TrackedAction } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersWholeList } from '../reading/answers.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { ListOpenActions } from './list-open-actions.js';

/** What whoever sets an action looks at first. */
@ApiTags('actions')
@Policy({ roles: READS_CASES })
@Controller('v1/audits/:id/open-actions')
export class OpenActionsController {
  constructor(private readonly queries: QueryBus) {}

  @ApiOperation({
    summary: "The unfinished actions of the audit's child from all audits: to be seen before another is set",
  })
  @AnswersWholeList('All of them, the earliest due first')
  @ApiProblem(404, 'not-found')
  @ReadsView(actionCompletionView)
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
  ): Promise<Answer<{ readonly items: readonly TrackedAction[] }>> {
    const { items, position } = foundOr404(
      await this.queries.execute(new ListOpenActions(authority, id)),
      'audit',
    );
    return { body: { items }, position: String(position) };
  }
}
