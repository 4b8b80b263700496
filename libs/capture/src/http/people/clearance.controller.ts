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
import { ClearanceBody, WithdrawnClearanceBody } from './clearance-bodies.js';

const GUARDIAN: RoutePolicy = {
  roles: ['caldicott-guardian'],
  relationship: 'never a clearance for oneself',
};

/** Who may see what a role alone does not open. */
@ApiTags('people')
@Controller('v1/people/:id')
export class ClearanceController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
  ) {}

  @Policy(GUARDIAN)
  @Records({ summary: 'Clear somebody until a day; given again, it sets the last day anew' })
  @Post('clearance')
  give(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ClearanceBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'GiveClearance', ...body });
  }

  @Policy({ roles: GUARDIAN.roles })
  @Records({ summary: 'Withdraw a clearance, which ends at once' })
  @Post('clearance-withdrawal')
  withdraw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: WithdrawnClearanceBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'WithdrawClearance', ...body });
  }

  private async decide(sending: Sending, id: string, command: PersonCommand): Promise<Recorded> {
    await this.lookUp.one(sending.envelope.authority, 'person', id, 'person');
    return this.desk.decide(sending, { kind: 'person', id, command });
  }
}
