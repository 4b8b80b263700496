import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { AbsenceBody, AgencyEndBody, CancelAbsenceBody, CapacityBody } from './availability-bodies.js';

const SETS_UP: RoutePolicy = { roles: ['administrator', 'qa-lead'] };
const ONESELF: RoutePolicy = {
  roles: 'any',
  relationship: 'oneself, or administrator or quality assurance lead',
};

/** How much somebody can audit, and when they are away. */
@ApiTags('people')
@Controller('v1/people/:id')
export class AvailabilityController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
  ) {}

  @Policy(SETS_UP)
  @Records({ summary: 'Set how many audits of one cycle somebody can take, from a day on' })
  @Post('capacity')
  setCapacity(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CapacityBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SetCapacity', ...body });
  }

  @Policy(ONESELF)
  @Records({ summary: 'Record an absence; with the same first day again, correct the last day and the kind' })
  @Post('absences')
  recordAbsence(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AbsenceBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordAbsence', to: null, ...body });
  }

  @Policy(ONESELF)
  @Records({ summary: 'Take an absence off the record' })
  @Post('absence-cancellation')
  cancelAbsence(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CancelAbsenceBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CancelAbsence', ...body });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Set the last day for which an agency lends somebody, or that there is none' })
  @Post('agency-end')
  setAgencyEnd(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AgencyEndBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SetAgencyEndDate', on: null, ...body });
  }

  private async decide(sending: Sending, id: string, command: PersonCommand): Promise<Recorded> {
    await this.lookUp.one(sending.envelope.authority, 'person', id, 'person');
    return this.desk.decide(sending, { kind: 'person', id, command });
  }
}
