import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { CommentBody, FeedbackBody, ImmediateRiskBody } from './case-bodies.js';
import { ToDoNow, TO_DO_NOW } from './to-do-now.js';

/** What people around the case are told, and what they say: a risk, a comment, feedback. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class TellingController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead', 'auditor', 'moderator', 'external-reviewer'] })
  @Records({
    summary: 'Raise an immediate risk to the child; the answer says what to do now',
    answers: ToDoNow,
  })
  @Post('immediate-risk')
  async raiseRisk(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ImmediateRiskBody,
  ): Promise<Recorded> {
    const recorded = await this.decide(sending, id, {
      type: 'RaiseImmediateRisk',
      referredOnly: false,
      ...body,
    });
    return { ...recorded, extra: TO_DO_NOW };
  }

  @Policy({ roles: 'any', relationship: 'somebody who works with the child, or manages who does' })
  @Records({ summary: 'Say whether the audit is accurate; it changes no grade' })
  @Post('comments')
  comment(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CommentBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CommentOnAccuracy', ...body });
  }

  @Policy({ roles: ['qa-lead', 'auditor', 'moderator'] })
  @Records({ summary: 'Record the feedback on an audit that is final' })
  @Post('feedback')
  giveFeedback(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: FeedbackBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'GiveFeedback', ...body });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
