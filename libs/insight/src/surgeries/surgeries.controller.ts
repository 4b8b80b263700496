import { Controller, Get, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { actionCompletionView } from '#views';
import type { Answer } from '../reading/answer.js';
import { AnswersWholeList } from '../reading/answers.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_CASES } from '../reading/readers.js';
import { ReadsView } from '../reading/reads-view.js';
import { ListSurgeries, type SurgeryWithActions } from './list-surgeries.js';

/** The surgeries of a measure, for those who read cases: a figure is for many more people than the children behind it. */
@ApiTags('measures')
@Controller('v1/measures/:id/surgeries')
export class SurgeriesController {
  constructor(private readonly queries: QueryBus) {}

  @Policy({ roles: READS_CASES })
  @ApiOperation({
    summary:
      'The surgeries of a measure with the cases that were looked at and the actions that were set, the latest first; no words',
  })
  @AnswersWholeList('The surgeries')
  @ApiProblem(404, 'not-found')
  @ReadsView(actionCompletionView)
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
  ): Promise<Answer<{ readonly items: readonly SurgeryWithActions[] }>> {
    const { items, position } = foundOr404(
      await this.queries.execute(new ListSurgeries(authority, id)),
      'measure',
    );
    return { body: { items }, position: String(position) };
  }
}
