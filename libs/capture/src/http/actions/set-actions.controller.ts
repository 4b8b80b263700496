import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { SetActionBody } from './action-bodies.js';

@ApiTags('actions')
@Controller('v1/audits/:id/actions')
export class SetActionsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead', 'auditor', 'moderator'], relationship: 'auditor or moderator of this case' })
  @Records({ summary: 'Set an improvement action', creates: true })
  @Post()
  set(
    @Sends() sending: Sending,
    @Param() { id: audit }: IdInAddress,
    @Body() body: SetActionBody,
  ): Promise<Recorded> {
    const left = { team: null, theme: null, lineOfEnquiry: null };
    return this.desk.create(
      sending,
      {
        kind: 'improvement-action',
        id: madeBy(sending, 'improvement-action'),
        command: { type: 'SetAction', audit, ...left, ...body },
      },
      '/v1/actions',
    );
  }
}
