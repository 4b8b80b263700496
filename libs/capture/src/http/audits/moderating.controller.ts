import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { AllocateModeratorBody, ModerateGradeBody, RequireModerationBody } from './audit-bodies.js';
import { ModerationDiscussionBody, ReasonBody, ReplaceModeratorBody } from './case-bodies.js';

/** After the auditor's grade: moderation, and the final grade. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class ModeratingController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({ roles: ['qa-lead', 'moderator'] })
  @Records({ summary: 'Require moderation: from then on the audit is not final without it' })
  @Post('moderation-request')
  requireModeration(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RequireModerationBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RequireModeration', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Allocate a moderator, who is not the auditor and is independent of the case' })
  @Post('moderator')
  allocateModerator(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AllocateModeratorBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'AllocateModerator', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Give the moderation to somebody else, with a reason' })
  @Post('moderator-replacement')
  replaceModerator(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReplaceModeratorBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReplaceModerator', ...body });
  }

  @Policy({ roles: ['moderator'], relationship: 'the moderator to whom the case is allocated' })
  @Records({ summary: 'Uphold the grade, or change it with a reason, and grades of sections with it' })
  @Post('moderation')
  moderate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ModerateGradeBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ModerateGrade', ...body });
  }

  @Policy({ roles: ['auditor', 'moderator'], relationship: 'the auditor or the moderator of the case' })
  @Records({ summary: 'Record that auditor and moderator talked the grade through' })
  @Post('moderation-discussion')
  recordDiscussion(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ModerationDiscussionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordModerationDiscussion', ...body });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({
    summary:
      'Record that a moderation which a rule asked for was missed; the audit is still not final without it',
  })
  @Post('missed-moderation')
  recordMissed(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordMissedModeration', ...body });
  }

  @Policy({ roles: ['qa-lead', 'moderator'] })
  @Records({ summary: 'Make the grade final, with its whole lineage' })
  @Post('finalisation')
  finalise(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() _body: NoBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'FinaliseAudit' });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
