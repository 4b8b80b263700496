import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { knowsOf } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { AnswersWholeList } from '../reading/answers.js';
import { READS_SESSIONS } from '../reading/readers.js';
import { RecordedStreams } from '../reading/recorded-streams.js';
import { sessionSummary, type SessionSummary } from './session-summary.js';

/** The calibration sessions of an authority, as each of its people knows of them. A few are held in a year. */
@ApiTags('calibration sessions')
@Controller('v1/calibration-sessions')
export class ReadSessionsController {
  constructor(private readonly streams: RecordedStreams) {}

  @Policy({ roles: READS_SESSIONS, relationship: 'those who grade or lead see theirs, a QA lead sees all' })
  @ApiOperation({
    summary: 'Every calibration session that I know of, the latest first; no grades and no words',
  })
  @AnswersWholeList('The sessions')
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(503, 'database-unreachable')
  @Get()
  async list(
    @Acting() acting: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly items: readonly SessionSummary[] }> {
    void reply.header('position', String(await this.streams.head(acting.authority)));
    const sessions = await this.streams.all(acting.authority, 'calibration-session');
    const items = sessions.flatMap(({ id, state, first }) =>
      state.status !== 'not-opened' && knowsOf(state, acting)
        ? [sessionSummary(id, first.header.occurredAt, state, acting.person)]
        : [],
    );
    return { items: items.reverse() };
  }
}
