import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { CloseCycleBody, ExtendPeriodBody, PlanCycleBody } from './plan-cycle-body.js';

@ApiTags('cycles')
@Controller('v1/cycles')
export class PlanCyclesController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Plan a cycle', creates: true })
  @Post()
  plan(@Sends() sending: Sending, @Body() body: PlanCycleBody): Promise<Recorded> {
    return this.desk.create(
      sending,
      {
        kind: 'cycle',
        id: madeBy(sending, 'cycle'),
        command: { type: 'PlanCycle', linesOfEnquiry: [], ...body },
      },
      '/v1/cycles',
    );
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Open a cycle: the cases of its sample are selected' })
  @Post(':id/open')
  open(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() _body: NoBody): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'cycle', id, command: { type: 'OpenCycle' } });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Move the last day of a cycle, with a reason' })
  @Post(':id/deadline')
  extend(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ExtendPeriodBody,
  ): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'cycle', id, command: { type: 'ExtendDeadline', ...body } });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Close a cycle; with a reason where audits are neither finalised nor withdrawn' })
  @Post(':id/close')
  close(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CloseCycleBody,
  ): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'cycle', id, command: { type: 'CloseCycle', ...body } });
  }
}
