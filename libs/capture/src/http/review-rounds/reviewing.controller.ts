import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { AuditQualityBody, BlindGradeBody } from './round-bodies.js';

const THE_REVIEWER: RoutePolicy = {
  roles: ['external-reviewer'],
  relationship: 'the reviewer to whom the case is allocated, while their access is open',
};

/** What a reviewer does: grade the case blind, and afterwards judge how well it was audited. */
@ApiTags('review rounds')
@Policy(THE_REVIEWER)
@Controller('v1/review-rounds/:id')
export class ReviewingController {
  constructor(private readonly desk: CommandDesk) {}

  @Records({ summary: 'Grade a case blind; the grade never changes' })
  @Post('blind-grades')
  grade(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: BlindGradeBody,
  ): Promise<Recorded> {
    const command = { type: 'CommitBlindGrade', sections: [], ...body } as const;
    return this.desk.decide(sending, { kind: 'review-round', id, command });
  }

  @Records({ summary: 'Judge how well a case was audited, after grading it' })
  @Post('audit-quality')
  judge(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AuditQualityBody,
  ): Promise<Recorded> {
    const command = { type: 'JudgeAuditQuality', aspects: [], ...body } as const;
    return this.desk.decide(sending, { kind: 'review-round', id, command });
  }
}
