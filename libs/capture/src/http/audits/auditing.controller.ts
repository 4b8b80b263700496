import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CaseAuditCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { Allocating } from '../allocation/allocating.js';
import { AllocationAnswer } from '../allocation/allocation-answers.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody, SectionInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  AllocateAuditorBody,
  GradeCaseBody,
  GradeSectionBody,
  PracticeDiscussionBody,
  RecordVoiceBody,
} from './audit-bodies.js';
import { sectionAnswered } from './section-answer.js';

const THE_AUDITOR: RoutePolicy = {
  roles: ['auditor'],
  relationship: 'the auditor to whom the case is allocated',
};

/** From allocation to the grade. */
@ApiTags('audits')
@Controller('v1/audits/:id')
export class AuditingController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly allocating: Allocating,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Allocate a case to an auditor who is independent of it', answers: AllocationAnswer })
  @Post('allocation')
  async allocate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AllocateAuditorBody,
  ): Promise<Recorded> {
    const recorded = await this.decide(sending, id, { type: 'AllocateAuditor', ...body });
    const warnings = await this.allocating.warnings(sending, [{ audit: id, auditor: body.auditor }]);
    return { ...recorded, extra: { warnings: warnings.get(id) ?? [] } };
  }

  @Policy(THE_AUDITOR)
  @Records({ summary: 'Start the audit' })
  @Post('start')
  start(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() _body: NoBody): Promise<Recorded> {
    return this.decide(sending, id, { type: 'StartAudit' });
  }

  @Policy(THE_AUDITOR)
  @Records({
    summary:
      'Answer a section: exactly one of grade, choice, yes, date, text and notApplicable; a later answer counts',
  })
  @Post('sections/:section')
  gradeSection(
    @Sends() sending: Sending,
    @Param() { id, section }: SectionInAddress,
    @Body() body: GradeSectionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, sectionAnswered(section, body));
  }

  @Policy(THE_AUDITOR)
  @Records({
    summary: 'Record what the child, the family or the practitioner said, or why they were not heard',
  })
  @Post('voices')
  recordVoice(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RecordVoiceBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordVoice', ...body });
  }

  @Policy(THE_AUDITOR)
  @Records({ summary: 'Record the discussion with practitioner and manager, or why it was not held' })
  @Post('practice-discussion')
  recordDiscussion(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: PracticeDiscussionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordPracticeDiscussion', with: [], ...body });
  }

  @Policy(THE_AUDITOR)
  @Records({ summary: 'Grade the case, once everything that the tool requires is there' })
  @Post('grade')
  grade(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: GradeCaseBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'GradeCase', strengths: [], development: [], ...body });
  }

  private decide(sending: Sending, id: string, command: CaseAuditCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'case-audit', id, command });
  }
}
