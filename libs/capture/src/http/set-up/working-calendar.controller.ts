import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { workingCalendarId } from '#authority-setup';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CommandDesk } from '../deciding/command-desk.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { BankHolidaysBody, WorkingCalendarAnswer } from './working-calendar-body.js';

/** Which days are worked, and so when something is due. */
@ApiTags('set-up')
@Controller('v1/working-calendar')
export class WorkingCalendarController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
  ) {}

  @Policy({ roles: 'any' })
  @ApiOperation({ summary: 'The bank holidays that due dates are counted with' })
  @ApiOkResponse({ type: WorkingCalendarAnswer })
  @ApiProblem(404, 'not-found')
  @Get()
  read(
    @Acting() { authority }: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WorkingCalendarAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const id = workingCalendarId(authority);
      const { state, revision } = await this.lookUp.one(
        authority,
        'working-calendar',
        id,
        'working calendar',
      );
      return { answer: { covers: state.covers, holidays: [...state.holidays] }, revision };
    });
  }

  @Policy({ roles: ['administrator'] })
  @Records({ summary: 'Publish bank holidays: the whole list, which takes the place of the one before' })
  @Post()
  publish(@Sends() sending: Sending, @Body() body: BankHolidaysBody): Promise<Recorded> {
    return this.desk.decide(sending, {
      kind: 'working-calendar',
      id: workingCalendarId(sending.envelope.authority),
      command: { type: 'PublishBankHolidays', ...body },
    });
  }
}
