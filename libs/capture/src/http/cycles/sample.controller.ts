import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Sample } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { cycleEventAt } from './cycle-event-at.js';
import { sampleAnswer } from './sample-answer.js';
import { DrawSampleBody, SampleAnswer } from './sample-body.js';

@ApiTags('cycles')
@Controller('v1/cycles/:id/sample')
export class SampleController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({ summary: 'Draw the sample, or draw it again with a reason', answers: SampleAnswer })
  @Post()
  async draw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: DrawSampleBody,
  ): Promise<Recorded> {
    const { authority } = sending.envelope;
    const { state: cycle } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
    if (cycle.status === 'not-planned') throw notFound('cycle');
    const { minimumPerStratum } = cycle.policy.sampling;
    const recorded = await this.desk.decide(sending, {
      kind: 'cycle',
      id,
      command: { type: 'DrawSample', minimumPerStratum, ...body },
    });
    return { ...recorded, extra: sampleAnswer(await this.sampleAt(authority, id, recorded.revision)) };
  }

  @Policy({ roles: ['qa-lead', 'service-leader', 'analyst', 'inspector'] })
  @ApiOperation({ summary: 'The sample that counts: the last one drawn' })
  @ApiOkResponse({ type: SampleAnswer })
  @ApiProblem(404, 'not-found')
  @Get()
  read(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SampleAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const { state: cycle, revision } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
      if (cycle.status === 'not-planned' || cycle.sample === null) throw notFound('sample');
      return { answer: sampleAnswer(cycle.sample), revision };
    });
  }

  private async sampleAt(authority: string, id: string, revision: bigint): Promise<Sample> {
    const { facts } = await cycleEventAt(this.parts.log, authority, id, revision);
    return (facts as { readonly sample: Sample }).sample;
  }
}
