import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { CorrectionBody, LegalHoldBody, ReasonBody, RequestWithdrawalBody } from './case-bodies.js';

/** What is put right in a case, how it leaves its cycle, and how long its record is kept. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class LeavingController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Put a fact right that was copied wrongly when the case was selected' })
  @Post('correction')
  correct(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CorrectionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CorrectSelection', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Withdraw an audit; once any section is graded, ask for that' })
  @Post('withdrawal')
  withdraw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RequestWithdrawalBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RequestWithdrawal', replace: true, ...body });
  }

  @Policy({
    roles: ['service-leader', 'caldicott-guardian'],
    relationship: 'somebody else than who asked for it, independent of the case',
  })
  @Records({ summary: 'Approve a withdrawal that was asked for' })
  @Post('withdrawal-approval')
  approveWithdrawal(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() _body: NoBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ApproveWithdrawal' });
  }

  @Policy({
    roles: ['service-leader', 'caldicott-guardian'],
    relationship: 'somebody else than who asked for it, independent of the case',
  })
  @Records({ summary: 'Decline a withdrawal that was asked for: the audit goes on where it was' })
  @Post('withdrawal-decline')
  declineWithdrawal(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'DeclineWithdrawal', ...body });
  }

  @Policy({ roles: ['qa-lead', 'caldicott-guardian'] })
  @Records({ summary: 'Hold the record of an audit: it is kept until the hold is released' })
  @Post('legal-hold')
  setLegalHold(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: LegalHoldBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SetLegalHold', ...body });
  }

  @Policy({ roles: ['caldicott-guardian'] })
  @Records({ summary: 'Release the hold on the record of an audit' })
  @Post('legal-hold-release')
  releaseLegalHold(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReleaseLegalHold', ...body });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
