import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CLOCK } from '../reading/sources.js';
import { reviewsOf } from '../review-rounds/review.js';
import { Rounds } from '../review-rounds/rounds.js';
import { reviewWaits, type ReviewWaiting } from './review-waits.js';

interface WaitingReviews {
  readonly items: readonly ReviewWaiting[];
  readonly n: number;
}

/**
 * The work list of somebody from outside. It is read from their rounds alone and says nothing of how far our log has come: before
 * their own grade they learn nothing of ours, not even how much there is of it.
 */
@ApiTags('work list')
@Policy({
  roles: ['external-reviewer'],
  relationship: 'the reviewer of the case, while their access is open',
})
@Controller('v1/my-reviews/waiting')
export class MyWaitingReviewsController {
  constructor(
    private readonly rounds: Rounds,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'What waits for me as a reviewer: a grade, then a judgement of the audit' })
  @ApiOkResponse({
    description: 'All of it, the last day of access first',
    headers: { 'Cache-Control': { description: 'Not to be kept.', schema: { type: 'string' } } },
    schema: {
      type: 'object',
      required: ['items', 'n'],
      properties: { items: { type: 'array', items: { type: 'object' } }, n: { type: 'integer' } },
    },
  })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(503, 'database-unreachable')
  @Get()
  async list(@Acting() { authority, person }: ActingPerson): Promise<WaitingReviews> {
    const today = londonDate(this.clock().toISOString());
    const rounds = await this.rounds.all(authority);
    const items = reviewWaits(rounds.flatMap((read) => reviewsOf(read, person, today)));
    return { items, n: items.length };
  }
}
