import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Acting, Policy, type ActingPerson } from '#identity';
import type { Log } from '#platform';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { READS_ALL_NARRATIVE, readsCases } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams, type NarratedStream } from './narrated-streams.js';
import { AnswersNarrative, told, type NarrativeAnswer } from './narrative-answer.js';
import { isAuditorOf, isReAuditorOf, notAllocated, owns, readsAll } from './who-reads.js';

/**
 * The words behind the facts: rationale, evidence, voices, what is to be done, why. Whoever opens them is written down in the
 * application's log, with the stream and without a word of it, before they are answered.
 */
@ApiTags('narrative')
@Controller('v1')
export class NarrativeController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({
    roles: [...READS_ALL_NARRATIVE, 'auditor'],
    relationship: 'an auditor reads the audits allocated to them',
  })
  @ApiOperation({ summary: 'What was written in an audit, event by event' })
  @AnswersNarrative()
  @Get('audits/:id/narrative')
  async ofAudit(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const audit = foundOr404(await this.streams.open(acting.authority, 'case-audit', id), 'audit');
    if (!readsAll(acting) && !isAuditorOf(acting, audit)) throw notAllocated();
    return told(this.log, acting, audit, reply);
  }

  @Policy({
    roles: [...READS_ALL_NARRATIVE, 'auditor', 'action-owner', 'practitioner'],
    relationship: 'an auditor reads the actions of audits allocated to them, an owner those that are theirs',
  })
  @ApiOperation({
    summary: 'What was written about an action: what is to be done, what was done, why it changed',
  })
  @AnswersNarrative()
  @Get('actions/:id/narrative')
  async ofAction(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const action = foundOr404(await this.streams.open(acting.authority, 'improvement-action', id), 'action');
    if (!readsAll(acting) && !owns(acting, action) && !(await this.audits(acting, action))) {
      // To whoever reads no cases, the actions of others are not there.
      throw readsCases(acting) ? notAllocated() : notFound('action');
    }
    return told(this.log, acting, action, reply);
  }

  @Policy({
    roles: [...READS_ALL_NARRATIVE, 'auditor'],
    relationship: 'an auditor reads the re-audits allocated to them',
  })
  @ApiOperation({ summary: 'What was written when a case was audited again' })
  @AnswersNarrative()
  @Get('re-audits/:id/narrative')
  async ofReAudit(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const reAudit = foundOr404(await this.streams.open(acting.authority, 're-audit', id), 're-audit');
    if (!readsAll(acting) && !isReAuditorOf(acting, reAudit)) throw notAllocated();
    return told(this.log, acting, reAudit, reply);
  }

  private async audits(
    acting: ActingPerson,
    { state }: NarratedStream<'improvement-action'>,
  ): Promise<boolean> {
    if (state.status === 'not-set' || state.source.kind === 'measure') return false;
    const audit = await this.streams.open(acting.authority, 'case-audit', state.source.audit);
    return audit !== null && isAuditorOf(acting, audit);
  }
}
