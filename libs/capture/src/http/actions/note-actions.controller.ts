import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HOLDS_SURGERIES, type ImprovementActionCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  JudgeImpactBody,
  LinkActionBody,
  OnChildRecordBody,
  ProgressBody,
  SupervisionBody,
} from './action-bodies.js';

const A_FOLLOWER: RoutePolicy = {
  roles: 'any',
  relationship: "the owner of the action, the owner's line manager, quality assurance lead or service leader",
};

/** What is noted about an action on its way, and what came of it. */
@ApiTags('actions')
@Controller('v1/actions/:id')
export class NoteActionsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy(A_FOLLOWER)
  @Records({ summary: "Say that the action stands on the child's own record" })
  @Post('child-record')
  recordOnChildRecord(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: OnChildRecordBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RecordOnChildRecord', ...body });
  }

  @Policy(A_FOLLOWER)
  @Records({ summary: 'Say that the action was talked about in supervision' })
  @Post('supervision')
  discussInSupervision(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: SupervisionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'DiscussInSupervision', ...body });
  }

  @Policy(A_FOLLOWER)
  @Records({ summary: 'Note how far an action has come' })
  @Post('progress')
  noteProgress(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ProgressBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'NoteProgress', ...body });
  }

  @Policy({
    roles: ['qa-lead', 'auditor', 'moderator', ...HOLDS_SURGERIES],
    relationship: 'auditor or moderator of this case; for what a surgery set, who may hold one',
  })
  @Records({ summary: 'Say that the action repeats an earlier one of the child, or of the measure' })
  @Post('repeat')
  link(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: LinkActionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'LinkAction', ...body });
  }

  @Policy({
    roles: ['qa-lead', 'moderator', 'auditor', 'service-leader'],
    relationship: 'somebody who never owned the action',
  })
  @Records({ summary: 'Judge whether the action made a difference; after "too early" once more' })
  @Post('impact')
  judgeImpact(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: JudgeImpactBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'JudgeImpact', ...body });
  }

  private decide(sending: Sending, id: string, command: ImprovementActionCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'improvement-action', id, command });
  }
}
