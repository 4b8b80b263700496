import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SurgeryHeld } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { AnswersWholeList } from '../reading/answers.js';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_CASES } from '../reading/readers.js';
import { RecordedStreams } from '../reading/recorded-streams.js';

/** The surgeries of a measure, for those who read cases: a figure is for many more people than the children behind it. */
@ApiTags('measures')
@Controller('v1/measures/:id/surgeries')
export class SurgeriesController {
  constructor(private readonly streams: RecordedStreams) {}

  @Policy({ roles: READS_CASES })
  @ApiOperation({
    summary: 'The surgeries of a measure with the cases that were looked at, the latest first; no words',
  })
  @AnswersWholeList('The surgeries')
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(404, 'not-found')
  @ApiProblem(503, 'database-unreachable')
  @Get()
  async list(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly SurgeryHeld['facts'][] }> {
    void reply.header('position', String(await this.streams.head(authority)));
    const { state } = foundOr404(await this.streams.one(authority, 'measure', id), 'measure');
    if (state.status === 'not-defined') throw notFound('measure');
    return { items: [...state.surgeries].reverse() };
  }
}
