import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ReAuditCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  AllocateReAuditorBody,
  CheckActionBody,
  GradeReAuditBody,
  SelectForReAuditBody,
} from './re-audit-bodies.js';

const THE_RE_AUDITOR: RoutePolicy = {
  roles: ['auditor'],
  relationship: 'the auditor to whom the re-audit is allocated',
};

/** The same case again, by somebody else, testing each original action. */
@ApiTags('re-audits')
@Controller('v1/re-audits')
export class ReAuditingController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Choose a final audit to be tested again', creates: true })
  @Post()
  select(@Sends() sending: Sending, @Body() body: SelectForReAuditBody): Promise<Recorded> {
    return this.desk.create(
      sending,
      { kind: 're-audit', id: madeBy(sending, 're-audit'), command: { type: 'SelectForReAudit', ...body } },
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

  private decide(sending: Sending, id: string, command: ReAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 're-audit', id, command });
  }
}
