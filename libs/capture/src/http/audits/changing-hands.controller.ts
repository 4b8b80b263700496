import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { DeclareConflictBody, ExtendDeadlineBody, ReplaceAuditorBody } from './case-bodies.js';

/** When who audits, or by when, does not stay as it was allocated. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class ChangingHandsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Give the audit to somebody else, with a reason; what was answered stays' })
  @Post('auditor-replacement')
  replaceAuditor(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReplaceAuditorBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReplaceAuditor', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Give the auditor longer, with a reason' })
  @Post('deadline')
  extendDeadline(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ExtendDeadlineBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ExtendAuditDeadline', ...body });
  }

  @Policy({ roles: ['auditor', 'moderator'], relationship: 'the auditor or the moderator of the case' })
  @Records({ summary: 'Declare a tie of your own to the child, which takes the case from you' })
  @Post('conflict')
  declareConflict(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: DeclareConflictBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'DeclareConflict', ...body });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
