import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ReviewRoundCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
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
  constructor(private readonly desk: CommandDesk) {}

  @Policy(LEADS)
  @Records({
    summary: 'Freeze the final audits of a half-year, and say how many are reviewed',
    creates: true,
  })
  @Post()
  open(@Sends() sending: Sending, @Body() body: OpenRoundBody): Promise<Recorded> {
    const id = madeBy(sending, 'review-round');
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

  private decide(sending: Sending, id: string, command: ReviewRoundCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'review-round', id, command });
  }
}
