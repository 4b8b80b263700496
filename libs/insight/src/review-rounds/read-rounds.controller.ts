import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { AnswersOneThing, AnswersWholeList } from '../reading/answers.js';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_CASES } from '../reading/readers.js';
import { roundShown, roundSummary, type RoundShown, type RoundSummary } from './round.js';
import { Rounds } from './rounds.js';

/** Review rounds as the authority sees them. */
@ApiTags('review rounds')
@Policy({ roles: READS_CASES })
@ApiProblem(400, 'invalid-input')
@ApiProblem(503, 'database-unreachable')
@Controller('v1/review-rounds')
export class ReadRoundsController {
  constructor(private readonly rounds: Rounds) {}

  @ApiOperation({ summary: 'Every review round, the latest half-year first' })
  @AnswersWholeList('The rounds')
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly RoundSummary[] }> {
    void reply.header('position', String(await this.rounds.head(authority)));
    return { items: (await this.rounds.all(authority)).map(roundSummary) };
  }

  @ApiOperation({
    summary: 'A review round: its draw, its reviewers, its cases and how far the grades agree',
  })
  @AnswersOneThing('The round')
  @ApiProblem(404, 'not-found')
  @Get(':id')
  async one(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoundShown> {
    const read = foundOr404(await this.rounds.one(authority, id), 'review round');
    void reply.header('etag', `"${read.revision}"`);
    return roundShown(read);
  }
}
