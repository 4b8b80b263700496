import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { DisputeGradeBody, ReasonBody, SettleGradeBody } from './case-bodies.js';

/** When a grade does not stand as it is: returned, disputed, settled. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class DisputingController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({
    roles: ['qa-lead', 'moderator'],
    relationship: 'the moderator of the case, or a qa-lead who did not audit it',
  })
  @Records({ summary: 'Return the audit to its auditor; every grade so far stays on the record' })
  @Post('return')
  returnAudit(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReturnAudit', ...body });
  }

  @Policy({ roles: ['auditor'], relationship: 'the auditor to whom the case is allocated' })
  @Records({ summary: 'Dispute the moderated grade' })
  @Post('dispute')
  dispute(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: DisputeGradeBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'DisputeGrade', ...body });
  }

  @Policy({ roles: ['qa-lead'], relationship: 'somebody who had no part in the case' })
  @Records({
    summary: 'Record the grade that a panel settled, of two people or more who had no part in the case',
  })
  @Post('settlement')
  settle(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: SettleGradeBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SettleGrade', ...body });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
