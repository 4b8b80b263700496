import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { londonDate, type ReviewRoundEvent } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, type Log } from '#platform';
import { NarratedStreams, type WrittenWords } from '../narrative/narrated-streams.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneReview } from '../reading/one-review.js';
import { CLOCK, LOG } from '../reading/sources.js';
import { reviewsOf, type ReviewShown } from './review.js';
import { Rounds } from './rounds.js';
import { Voices, type Voice } from './voices.js';

/** One case with what may be read of it. */
interface ReviewRead extends ReviewShown {
  /** What was said, where the round shows it; null where it does not. */
  readonly voices: readonly Voice[] | null;
  /** What we wrote in the audit; null until the grades are compared. */
  readonly written: readonly WrittenWords[] | null;
  /** What they wrote themselves, with their grade and of how well it was audited; null until their grade is committed. */
  readonly own: readonly WrittenWords[] | null;
}

const NOT_KEPT = { 'Cache-Control': { description: 'Not to be kept.', schema: { type: 'string' } } } as const;

/**
 * All that somebody from outside reads here. Before their own grade it is the child, the work that is graded and the tool, and
 * what was said where the policy shows it; after it, our grade beside theirs and what we wrote, so that they can judge the audit.
 * What is another reviewer's, was not drawn, or lies outside the days of access is not there, whatever it is.
 */
@ApiTags('review rounds')
@Policy({
  roles: ['external-reviewer'],
  relationship: 'the reviewer of the case, while their access is open',
})
@Controller('v1')
export class MyReviewsController {
  constructor(
    private readonly rounds: Rounds,
    private readonly voices: Voices,
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @ApiOperation({ summary: 'The cases that are mine to grade' })
  @ApiOkResponse({
    description: 'All of them',
    headers: NOT_KEPT,
    schema: {
      type: 'object',
      required: ['items'],
      properties: { items: { type: 'array', items: { type: 'object' } } },
    },
  })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(503, 'database-unreachable')
  @Get('my-reviews')
  async list(
    @Acting() { authority, person }: ActingPerson,
  ): Promise<{ readonly items: readonly ReviewShown[] }> {
    const rounds = await this.rounds.all(authority);
    return { items: rounds.flatMap((read) => reviewsOf(read, person, this.today())) };
  }

  @ApiOperation({ summary: 'One of my cases; our grade and our words only after my own grade' })
  @ApiOkResponse({
    description: 'The case',
    headers: NOT_KEPT,
    schema: { type: 'object', required: ['round', 'audit', 'child', 'reviewed', 'tool'] },
  })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(404, 'not-found')
  @ApiProblem(503, 'database-unreachable')
  @Get('review-rounds/:id/reviews/:audit')
  async one(
    @Acting() { authority, person }: ActingPerson,
    @Param() { id, audit }: OneReview,
  ): Promise<ReviewRead> {
    const read = foundOr404(await this.rounds.one(authority, id), 'review');
    const mine = reviewsOf(read, person, this.today()).find((review) => review.audit === audit) ?? null;
    const review = foundOr404(mine, 'review');
    const voices = read.round.opened.voicesShown ? await this.voices.of(authority, audit) : null;
    const stream =
      review.comparison === null ? null : await this.streams.open(authority, 'case-audit', audit);
    if (voices !== null || stream !== null) {
      this.log.info({ person, stream: `${authority}/case-audit-${audit}` }, 'narrative read');
    }
    const own = review.committed === null ? null : await this.ownWords(authority, id, audit, person);
    return { ...review, voices, written: stream?.words ?? null, own };
  }

  private async ownWords(
    authority: string,
    round: string,
    audit: string,
    person: string,
  ): Promise<readonly WrittenWords[]> {
    const isOwn = ({ type, facts }: ReviewRoundEvent): boolean =>
      (type === 'BlindGradeCommitted' || type === 'AuditQualityJudged') &&
      facts.audit === audit &&
      facts.reviewer === person;
    const stream = foundOr404(await this.streams.open(authority, 'review-round', round, isOwn), 'review');
    this.log.info({ person, stream: stream.name }, 'narrative read');
    return stream.words;
  }

  private today(): string {
    return londonDate(this.clock().toISOString());
  }
}
