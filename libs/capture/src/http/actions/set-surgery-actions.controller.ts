import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HOLDS_SURGERIES } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { SetActionFromSurgeryBody } from './action-bodies.js';

@ApiTags('actions')
@Controller('v1/measures/:id/actions')
export class SetSurgeryActionsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: HOLDS_SURGERIES })
  @Records({
    summary: 'Set an improvement action from what a surgery showed; about no one child',
    creates: true,
  })
  @Post()
  set(
    @Sends() sending: Sending,
    @Param() { id: measure }: IdInAddress,
    @Body() body: SetActionFromSurgeryBody,
  ): Promise<Recorded> {
    return this.desk.create(
      sending,
      {
        kind: 'improvement-action',
        id: madeBy(sending, 'improvement-action'),
        command: { type: 'SetActionFromSurgery', measure, team: null, ...body },
      },
      '/v1/actions',
    );
  }
}
