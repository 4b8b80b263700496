import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReviewRoundCommand } from '#audit-cycle';
import { parseStreamName } from '#event-log';
import { Acting, Policy, type ActingPerson, type RoutePolicy } from '#identity';
import { ApiProblem } from '#platform';
import { nextRound } from '../../contexts/next-round.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  AdmitReviewerBody,
  AllocateReviewBody,
  ConcludeRoundBody,
  OpenRoundBody,
  SampleAuditsBody,
  WithdrawReviewerBody,
} from './round-bodies.js';

const LEADS: RoutePolicy = { roles: ['qa-lead'] };

/** The external check of a half-year, as the authority leads it. */
@ApiTags('review rounds')
@Controller('v1/review-rounds')
export class ReviewRoundsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead', 'inspector'] })
  @ApiOperation({ summary: 'The frozen list that a round is drawn from, byte for byte as it was hashed' })
  @ApiOkResponse({ content: { 'application/json': { schema: { type: 'object' } } } })
  @ApiProblem(404, 'not-found')
  @Get(':id/list')
  async list(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { digest, bytes } = await this.lookUp.shown(reply, authority, async () => {
      const { state, revision } = await this.lookUp.one(authority, 'review-round', id, 'review round');
      if (state.status === 'not-opened') throw notFound('review round');
      const { digest } = state.opened.frame;
      const bytes = await this.parts.blobs.get(authority, digest);
      if (bytes === null)
        throw new Error(`The list ${digest} is not in the blob store; restore it from a backup`);
      return { answer: { digest, bytes }, revision };
    });
    await reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('repr-digest', `sha-256=:${Buffer.from(digest, 'hex').toString('base64')}:`)
      .send(Buffer.from(bytes));
  }

  @Policy(LEADS)
  @Records({
    summary: 'Freeze the final audits of a half-year, and say how many are reviewed',
    creates: true,
  })
  @Post()
  async open(@Sends() sending: Sending, @Body() body: OpenRoundBody): Promise<Recorded> {
    const id = await this.idOf(sending);
    const command: ReviewRoundCommand = { type: 'OpenRound', ...body };
    return this.desk.create(sending, { kind: 'review-round', id, command }, '/v1/review-rounds');
  }

  @Policy(LEADS)
  @Records({ summary: 'Draw the audits, by grade and auditor' })
  @Post(':id/sample')
  sample(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: SampleAuditsBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SampleAudits', ...body });
  }

  @Policy(LEADS)
  @Records({ summary: 'Admit a reviewer from one day to another, with what they declared' })
  @Post(':id/reviewers')
  admit(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AdmitReviewerBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'AdmitReviewer', pastTeams: [], personalKnowledge: [], ...body });
  }

  @Policy(LEADS)
  @Records({ summary: "End a reviewer's access early" })
  @Post(':id/reviewer-withdrawals')
  withdraw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: WithdrawReviewerBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'WithdrawReviewer', ...body });
  }

  @Policy(LEADS)
  @Records({ summary: 'Give a sampled audit to a reviewer who is independent of the case' })
  @Post(':id/reviews')
  allocate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: AllocateReviewBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'AllocateReview', ...body });
  }

  @Policy({ roles: ['qa-lead', 'external-reviewer'], relationship: 'a reviewer of this round' })
  @Records({ summary: 'Conclude the round with an opinion; the figures are worked out' })
  @Post(':id/conclusion')
  conclude(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ConcludeRoundBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'ConcludeRound', ...body });
  }

  /** That of the next round of the authority; of a command that was recorded before, what it made then. */
  private async idOf({ envelope: { authority, commandId } }: Sending): Promise<string> {
    const { log, gateway } = this.parts;
    const done = await log.findCommand(authority, commandId);
    if (done !== null) return parseStreamName(done.stream).id;
    return nextRound({ authority, look: await gateway.lookups.standing.look(authority) });
  }

  private decide(sending: Sending, id: string, command: ReviewRoundCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'review-round', id, command });
  }
}
