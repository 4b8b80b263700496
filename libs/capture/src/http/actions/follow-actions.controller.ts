import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ImprovementActionCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  MoveDueDateBody,
  ActionReasonBody,
  ReassignActionBody,
  ReportDoneBody,
  VerifyActionBody,
} from './action-bodies.js';

const THE_OWNER: RoutePolicy = { roles: 'any', relationship: 'the owner of the action' };
const AN_APPROVER: RoutePolicy = {
  roles: 'any',
  relationship: "quality assurance lead, service leader or the owner's line manager, and not the owner",
};
const A_VERIFIER: RoutePolicy = {
  roles: ['qa-lead', 'moderator', 'auditor', 'service-leader'],
  relationship: 'somebody who never owned the action',
};

/** What becomes of an action: accepted, handed on, moved, reported done, verified. */
@ApiTags('actions')
@Controller('v1/actions/:id')
export class FollowActionsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy(THE_OWNER)
  @Records({ summary: 'Accept an action' })
  @Post('acceptance')
  accept(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() _body: NoBody): Promise<Recorded> {
    return this.decide(sending, id, { type: 'AcceptAction' });
  }

  @Policy(AN_APPROVER)
  @Records({ summary: 'Hand an action to another owner' })
  @Post('owner')
  reassign(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReassignActionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReassignAction', ...body });
  }

  @Policy(AN_APPROVER)
  @Records({ summary: 'Move the due date; whoever does it approves it' })
  @Post('due-date')
  moveDueDate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: MoveDueDateBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'MoveDueDate', ...body });
  }

  @Policy(THE_OWNER)
  @Records({ summary: 'Report an action done, with evidence' })
  @Post('done')
  reportDone(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReportDoneBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReportDone', ...body });
  }

  @Policy(A_VERIFIER)
  @Records({ summary: 'Say whether it was done: done, partly or not done' })
  @Post('verification')
  verify(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: VerifyActionBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'VerifyAction', ...body });
  }

  @Policy(A_VERIFIER)
  @Records({ summary: 'Open an action again' })
  @Post('reopening')
  reopen(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ActionReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ReopenAction', ...body });
  }

  @Policy(AN_APPROVER)
  @Records({ summary: 'Cancel an action; whoever does it approves it' })
  @Post('cancellation')
  cancel(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ActionReasonBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'CancelAction', ...body });
  }

  private decide(sending: Sending, id: string, command: ImprovementActionCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'improvement-action', id, command });
  }
}
