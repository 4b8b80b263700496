import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { measureId } from '#authority-setup';
import { ASKS_FOR_REVIEWS, HOLDS_SURGERIES, KEEPS_MEASURES, type MeasureCommand } from '#audit-cycle';
import { Policy, type RoutePolicy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  DefineMeasureBody,
  MeasureReportBody,
  MeasureTargetsBody,
  RedefineMeasureBody,
  ReviewRequestBody,
  SurgeryBody,
} from './measure-bodies.js';

const KEEPS: RoutePolicy = { roles: KEEPS_MEASURES };

/** Performance measures: what they measure, their targets, their figures, and the reviews that figures ask for. */
@ApiTags('measures')
@Controller('v1/measures')
export class MeasuresController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy(KEEPS)
  @Records({ summary: 'Define a measure; its ref, or its code without one, is its own', creates: true })
  @Post()
  define(@Sends() sending: Sending, @Body() body: DefineMeasureBody): Promise<Recorded> {
    const id = measureId(sending.envelope.authority, body);
    const command: MeasureCommand = { type: 'DefineMeasure', ...body };
    return this.desk.create(sending, { kind: 'measure', id, command }, '/v1/measures');
  }

  @Policy(KEEPS)
  @Records({ summary: 'Define anew what it measures; figures of two definitions are never one line' })
  @Post(':id/definitions')
  redefine(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RedefineMeasureBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RedefineMeasure', ...body });
  }

  @Policy(KEEPS)
  @Records({ summary: 'Set what its figures are held against, from a day on' })
  @Post(':id/targets')
  setTargets(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: MeasureTargetsBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'SetTargets', ...body });
  }

  @Policy(KEEPS)
  @Records({ summary: 'Report a figure, or correct one; a red one asks for a review' })
  @Post(':id/reports')
  report(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: MeasureReportBody,
  ): Promise<Recorded> {
    const { benchmarks = [], previousYear = null, source = { file: null, row: null }, ...rest } = body;
    const command: MeasureCommand = { type: 'ReportMeasure', ...rest, benchmarks, previousYear, source };
    return this.decide(sending, id, command);
  }

  @Policy({ roles: ASKS_FOR_REVIEWS })
  @Records({ summary: 'Ask for a review of what is behind a figure' })
  @Post(':id/review-requests')
  requestReview(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ReviewRequestBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'RequestReview', ...body });
  }

  @Policy({ roles: HOLDS_SURGERIES })
  @Records({ summary: 'Record a surgery: the cases behind a figure, looked at together' })
  @Post(':id/surgeries')
  holdSurgery(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: SurgeryBody,
  ): Promise<Recorded> {
    return this.decide(sending, id, { type: 'HoldSurgery', ...body });
  }

  private decide(sending: Sending, id: string, command: MeasureCommand): Promise<Recorded> {
    return this.desk.decide(sending, { kind: 'measure', id, command });
  }
}
