import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { AuditToolCommand } from '#audit-cycle';
import { Acting, Policy, type ActingPerson, type RoutePolicy } from '#identity';
import { ApiProblem } from '#platform';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import { madeBy } from '../deciding/made-by.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { RetireToolBody, ToolBody, ToolVersionNumberBody } from './tool-body.js';
import { toolDefinition } from './tool-definition.js';
import { toolAnswer, ToolAnswer, ToolsAnswer } from './tools-answer.js';

const SETS_UP: RoutePolicy = { roles: ['qa-lead', 'administrator'] };

@ApiTags('set-up')
@Controller('v1/audit-tools')
export class AuditToolsController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: 'any' })
  @ApiOperation({ summary: 'Every audit tool with its versions' })
  @ApiOkResponse({ type: ToolsAnswer })
  @Get()
  list(
    @Acting() { authority }: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ToolsAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const tools = await this.parts.gateway.lookups.standing.states(authority, 'audit-tool');
      return { answer: { tools: [...tools].map(([id, state]) => toolAnswer(id, state)) } };
    });
  }

  @Policy({ roles: 'any' })
  @ApiOperation({ summary: 'An audit tool with its versions' })
  @ApiOkResponse({ type: ToolAnswer })
  @ApiProblem(404, 'not-found')
  @Get(':id')
  read(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ToolAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const { state, revision } = await this.lookUp.one(authority, 'audit-tool', id, 'audit tool');
      return { answer: toolAnswer(id, state), revision };
    });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Draft a new audit tool', creates: true })
  @Post()
  draftNew(@Sends() sending: Sending, @Body() body: ToolBody): Promise<Recorded> {
    const command: AuditToolCommand = { type: 'DraftTool', definition: toolDefinition(body) };
    return this.desk.create(
      sending,
      { kind: 'audit-tool', id: madeBy(sending, 'audit-tool'), command },
      '/v1/audit-tools',
    );
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Draft the next version of an audit tool' })
  @Post(':id/drafts')
  draft(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() body: ToolBody): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'DraftTool', definition: toolDefinition(body) });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Publish a drafted version; it never changes afterwards' })
  @Post(':id/publication')
  publish(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ToolVersionNumberBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'PublishTool', ...body });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Retire a published version: no new cycle uses it' })
  @Post(':id/retirement')
  retire(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RetireToolBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'RetireTool', ...body });
  }

  private async decideKnown(sending: Sending, id: string, command: AuditToolCommand): Promise<Recorded> {
    await this.lookUp.one(sending.envelope.authority, 'audit-tool', id, 'audit tool');
    return this.desk.decide(sending, { kind: 'audit-tool', id, command });
  }
}
