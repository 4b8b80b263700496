import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReAuditDraw, ReAuditsDrawn } from '#audit-cycle';
import { streamName } from '#event-log';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { domainEvent } from '../../deciding/domain-event.js';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import {
  DrawReAuditsBody,
  ReAuditDrawAnswer,
  ReAuditDrawsAnswer,
  type ReAuditDrawWithList,
} from './re-audit-draw-body.js';

/** Which audits of a cycle are done again, as the seed has it. */
@ApiTags('re-audits')
@Controller('v1/cycles/:id/re-audit-draws')
export class ReAuditDrawsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({
    summary: 'Draw re-audits from the audits that are due for it; what is drawn is selected',
    answers: ReAuditDrawAnswer,
  })
  @Post()
  async draw(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: DrawReAuditsBody,
  ): Promise<Recorded> {
    const recorded = await this.desk.decide(sending, {
      kind: 'cycle',
      id,
      command: { type: 'DrawReAudits', ...body },
    });
    const draw = await this.drawAt(sending.envelope.authority, id, recorded.revision);
    return { ...recorded, extra: { draw } };
  }

  @Policy({ roles: ['qa-lead', 'service-leader', 'analyst', 'inspector'] })
  @ApiOperation({ summary: 'Every draw of re-audits of a cycle, with the frozen list that it was made from' })
  @ApiOkResponse({ type: ReAuditDrawsAnswer })
  @ApiProblem(404, 'not-found')
  @Get()
  read(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReAuditDrawsAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const { state: cycle, revision } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
      if (cycle.status === 'not-planned') throw notFound('cycle');
      const draws = await Promise.all(cycle.reAuditDraws.map((draw) => this.withList(authority, draw)));
      return { answer: { draws }, revision };
    });
  }

  private async withList(authority: string, draw: ReAuditDraw): Promise<ReAuditDrawWithList> {
    const bytes = await this.parts.blobs.get(authority, draw.eligibleDigest);
    if (bytes === null)
      throw new Error(`The list ${draw.eligibleDigest} is not in the blob store; restore it from a backup`);
    return { draw, list: Buffer.from(bytes).toString('utf8') };
  }

  /** The very draw that a command recorded. */
  private async drawAt(authority: string, id: string, revision: bigint): Promise<ReAuditDraw> {
    const stream = streamName(authority, 'cycle', id);
    const [event] = await this.parts.log.readStream(stream, { after: revision - 1n, limit: 1 });
    if (event === undefined) throw new Error(`The cycle ${id} has lost the event of revision ${revision}`);
    return (domainEvent<'cycle'>(event) as ReAuditsDrawn).facts;
  }
}
