import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { PublishFindingsBody, ShareLearningBody } from './learning-bodies.js';

/** What becomes of a cycle: its findings, and what others learn from them. */
@ApiTags('cycles')
@Controller('v1/cycles/:id')
export class LearningController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Record that the findings of a closed cycle were published' })
  @Post('findings')
  publish(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: PublishFindingsBody,
  ): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'cycle', id, command: { type: 'PublishFindings', ...body } });
  }

  @Policy({ roles: ['qa-lead', 'service-leader'] })
  @Records({ summary: 'Record that learning from a cycle was shared, with whom and how' })
  @Post('learning')
  share(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ShareLearningBody,
  ): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'cycle', id, command: { type: 'ShareLearning', ...body } });
  }
}
