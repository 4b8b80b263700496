import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy, type RoutePolicy } from '#identity';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { ReassignEscalationBody, ResolveEscalationBody } from './escalation-bodies.js';
import { Escalations } from './escalations.js';

const IN_CHARGE: RoutePolicy = {
  roles: 'any',
  relationship:
    "the named person, quality assurance lead or service leader, and nobody of the child's team where it is about staff",
};

/** What cannot wait: taken on by the named person, handed on, dealt with. */
@ApiTags('escalations')
@Controller('v1/escalations/:id')
export class EscalationsController {
  constructor(private readonly escalations: Escalations) {}

  @Policy({ roles: 'any', relationship: 'the named person' })
  @Records({ summary: 'Take an escalation on' })
  @Post('acknowledgement')
  acknowledge(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() _body: NoBody,
  ): Promise<Recorded> {
    return this.escalations.decide(sending, id, { type: 'AcknowledgeEscalation' });
  }

  @Policy(IN_CHARGE)
  @Records({ summary: 'Put an escalation before somebody else; the clock goes on' })
  @Post('named-person')
  reassign(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReassignEscalationBody,
  ): Promise<Recorded> {
    return this.escalations.decide(sending, id, { type: 'ReassignEscalation', ...body });
  }

  @Policy({
    ...IN_CHARGE,
    relationship: `${IN_CHARGE.relationship}; neither the child's worker nor who raised it`,
  })
  @Records({ summary: "Record what was done, and since when it is on the child's record" })
  @Post('resolution')
  resolve(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ResolveEscalationBody,
  ): Promise<Recorded> {
    return this.escalations.decide(sending, id, { type: 'ResolveEscalation', ...body });
  }
}
