import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { knowsOf, LEADING_ROLES, type CalibrationSessionCommand } from '#audit-cycle';
import { Acting, Policy, type ActingPerson, type RoutePolicy } from '#identity';
import { ApiProblem } from '#platform';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { SessionAnswer, sessionAnswer } from './session-answer.js';
import {
  ApproveCalibratedBody,
  CalibrationDiscussionBody,
  CalibrationGradeBody,
  OpenSessionBody,
} from './session-bodies.js';

const LEADS: RoutePolicy = { roles: ['qa-lead'] };
const TAKES_PART: RoutePolicy = { roles: ['auditor', 'moderator'], relationship: 'a participant' };
const THE_LEADER: RoutePolicy = {
  roles: LEADING_ROLES,
  relationship: 'the leader of the session',
};

/** Several people grade one record without knowing of each other, and talk about it then. */
@ApiTags('calibration sessions')
@Controller('v1/calibration-sessions')
export class CalibrationSessionsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
  ) {}

  @Policy(THE_LEADER)
  @ApiOperation({
    summary: 'A calibration session; grades only once they are revealed, and to nobody before',
  })
  @ApiOkResponse({ type: SessionAnswer })
  @ApiProblem(404, 'not-found')
  @Get(':id')
  read(
    @Acting() acting: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { authority, person } = acting;
    return this.lookUp.shown(reply, authority, async () => {
      const what = 'calibration session';
      const { state, revision } = await this.lookUp.one(authority, 'calibration-session', id, what);
      if (state.status === 'not-opened' || !knowsOf(state, acting)) throw notFound(what);
      return { answer: sessionAnswer(id, state, person), revision };
    });
  }

  @Policy(LEADS)
  @Records({ summary: 'Open a calibration session on one record', creates: true })
  @Post()
  open(@Sends() sending: Sending, @Body() body: OpenSessionBody): Promise<Recorded> {
    const id = madeBy(sending, 'calibration-session');
    const command: CalibrationSessionCommand = { type: 'OpenSession', ...body };
    return this.desk.create(
      sending,
      { kind: 'calibration-session', id, command },
      '/v1/calibration-sessions',
    );
  }

  @Policy(TAKES_PART)
  @Records({ summary: 'Grade the record blind; the grade never changes, and the last one reveals them all' })
  @Post(':id/grades')
  grade(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CalibrationGradeBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CommitCalibrationGrade', sections: [], ...body });
  }

  @Policy(THE_LEADER)
  @Records({ summary: 'Reveal the grades without waiting for those that are missing' })
  @Post(':id/reveal')
  reveal(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() _body: NoBody): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RevealGrades' });
  }

  @Policy(THE_LEADER)
  @Records({ summary: 'Record what came of talking about the grades' })
  @Post(':id/discussion')
  discuss(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CalibrationDiscussionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordCalibrationDiscussion', ...body });
  }

  @Policy(LEADS)
  @Records({ summary: 'Approve somebody who took part as an auditor' })
  @Post(':id/approvals')
  approve(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ApproveCalibratedBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ApproveCalibrated', ...body });
  }

  private decide(sending: Sending, id: string, command: CalibrationSessionCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'calibration-session', id, command });
  }
}
