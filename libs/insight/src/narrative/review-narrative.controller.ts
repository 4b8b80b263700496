import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReviewRoundEvent } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import type { Log } from '#platform';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneReview } from '../reading/one-review.js';
import { READS_ALL_NARRATIVE } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams } from './narrated-streams.js';
import { AnswersNarrative, told, type NarrativeAnswer } from './narrative-answer.js';

/** What somebody from outside wrote about one audit. Until the grades are compared it is not there for anybody here either. */
@ApiTags('narrative')
@Controller('v1/review-rounds/:id/reviews/:audit/narrative')
export class ReviewNarrativeController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({ roles: READS_ALL_NARRATIVE })
  @ApiOperation({
    summary: 'Why a reviewer gave their grade, and what they saw in the audit; once the grades are compared',
  })
  @AnswersNarrative()
  @Get()
  async ofReview(
    @Acting() acting: ActingPerson,
    @Param() { id, audit }: OneReview,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const isOfAudit = ({ facts }: ReviewRoundEvent): boolean => 'audit' in facts && facts.audit === audit;
    const round = foundOr404(
      await this.streams.open(acting.authority, 'review-round', id, isOfAudit),
      'review',
    );
    const review = round.state.status === 'not-opened' ? undefined : round.state.reviews.get(audit);
    if (review === undefined || review.ours === null) throw notFound('review');
    return told(this.log, acting, round, reply);
  }
}
