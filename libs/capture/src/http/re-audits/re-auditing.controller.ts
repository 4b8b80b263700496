import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ReAuditCommand } from '#audit-cycle';
import { parseStreamName } from '#event-log';
import { Policy, type RoutePolicy } from '#identity';
import { nextReAudit } from '../../contexts/next-re-audit.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  AllocateReAuditorBody,
  CheckActionBody,
  GradeReAuditBody,
  ReplaceReAuditorBody,
  SelectForReAuditBody,
  WithdrawReAuditBody,
} from './re-audit-bodies.js';

const THE_RE_AUDITOR: RoutePolicy = {
  roles: ['auditor'],
  relationship: 'the auditor to whom the re-audit is allocated',
};

/** The same case again, by somebody else, testing each original action. */
@ApiTags('re-audits')
@Controller('v1/re-audits')
export class ReAuditingController {
  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Choose a final audit to be tested again', creates: true })
  @Post()
  async select(@Sends() sending: Sending, @Body() body: SelectForReAuditBody): Promise<Recorded> {
    const id = await this.idOf(sending, body.audit);
    return this.desk.create(
      sending,
      { kind: 're-audit', id, command: { type: 'SelectForReAudit', ...body } },
      '/v1/re-audits',
    );
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Allocate the re-audit to somebody who neither graded nor moderated the case' })
  @Post(':id/allocation')
  allocate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AllocateReAuditorBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'AllocateReAuditor', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Give the re-audit to somebody else; the verdicts so far stay' })
  @Post(':id/re-auditor')
  replace(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReplaceReAuditorBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReplaceReAuditor', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Do not audit the case again after all' })
  @Post(':id/withdrawal')
  withdraw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: WithdrawReAuditBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'WithdrawReAudit', ...body });
  }

  @Policy(THE_RE_AUDITOR)
  @Records({ summary: 'Say whether an original action was done; a later verdict counts' })
  @Post(':id/checks')
  check(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: CheckActionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CheckAction', ...body });
  }

  @Policy(THE_RE_AUDITOR)
  @Records({ summary: 'Grade the case again, once every original action is checked' })
  @Post(':id/grade')
  grade(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: GradeReAuditBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'GradeReAudit', ...body });
  }

  /** That of the next re-audit of the audit; of a command that was recorded before, what it made then. */
  private async idOf({ envelope: { authority, commandId } }: Sending, audit: string): Promise<string> {
    const done = await this.parts.log.findCommand(authority, commandId);
    return done === null
      ? nextReAudit(this.parts.gateway.lookups, authority, audit)
      : parseStreamName(done.stream).id;
  }

  private decide(sending: Sending, id: string, command: ReAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 're-audit', id, command });
  }
}
