import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { isShownTo, knowsOf } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import type { Log } from '#platform';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_SESSIONS } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams } from './narrated-streams.js';
import { AnswersNarrative, told, type NarrativeAnswer } from './narrative-answer.js';

/** What was written in a calibration session, for those in it and QA leads. Until the grades are revealed each reads their own reasons alone. */
@ApiTags('narrative')
@Controller('v1/calibration-sessions/:id/narrative')
export class SessionNarrativeController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({
    roles: READS_SESSIONS,
    relationship:
      'a QA lead, or who grades or leads; before the grades are revealed nobody reads the reasons of others',
  })
  @ApiOperation({
    summary: 'The title of a calibration session, why each gave their grade, and what was said about it',
  })
  @AnswersNarrative()
  @Get()
  async ofSession(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const { authority, person } = acting;
    const session = foundOr404(
      await this.streams.open(
        authority,
        'calibration-session',
        id,
        (event, state) => state.status !== 'not-opened' && isShownTo(state, event, person),
      ),
      'calibration session',
    );
    const { state } = session;
    if (state.status === 'not-opened' || !knowsOf(state, acting)) throw notFound('calibration session');
    return told(this.log, acting, session, reply);
  }
}
