import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Acting, Policy, type ActingPerson } from '#identity';
import type { Log } from '#platform';
import { foundOr404 } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_ALL_NARRATIVE } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams } from './narrated-streams.js';
import { AnswersNarrative, told, type NarrativeAnswer } from './narrative-answer.js';

/** What was written about a measure. The notes of a surgery are about several children, so no auditor reads them for one of theirs. */
@ApiTags('narrative')
@Controller('v1/measures/:id/narrative')
export class MeasureNarrativeController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({ roles: READS_ALL_NARRATIVE })
  @ApiOperation({
    summary: 'What was written about a measure: whom it counts, why it changed, what surgeries showed',
  })
  @AnswersNarrative()
  @Get()
  async ofMeasure(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const measure = foundOr404(await this.streams.open(acting.authority, 'measure', id), 'measure');
    return told(this.log, acting, measure, reply);
  }
}
