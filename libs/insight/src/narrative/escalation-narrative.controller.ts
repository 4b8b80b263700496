import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Escalation } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import type { Log } from '#platform';
import { isSeenBy } from '#views';
import { escalationViewer } from '../escalations/escalation-viewer.js';
import { foundOr404, notFound } from '../reading/not-found.js';
import { OneThing } from '../reading/one-thing.js';
import { NOT_FROM_OUTSIDE, readsCases } from '../reading/readers.js';
import { LOG } from '../reading/sources.js';
import { NarratedStreams } from './narrated-streams.js';
import { AnswersNarrative, told, type NarrativeAnswer } from './narrative-answer.js';
import { notAllocated, readsAll } from './who-reads.js';

/**
 * The concern behind an escalation and what was done about it, for whoever has to act and whoever raised it, besides those who read
 * all that is written. From whom an escalation is kept, its words are kept too, and it is not there.
 */
@ApiTags('narrative')
@Controller('v1/escalations/:id/narrative')
export class EscalationNarrativeController {
  constructor(
    private readonly streams: NarratedStreams,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Policy({
    roles: NOT_FROM_OUTSIDE,
    relationship:
      "others read what is before them or was raised by them; what is about staff is kept from the child's team",
  })
  @ApiOperation({ summary: 'What was written about an escalation: the concern, and what was done' })
  @AnswersNarrative()
  @Get()
  async ofEscalation(
    @Acting() acting: ActingPerson,
    @Param() { id }: OneThing,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NarrativeAnswer> {
    const escalation = foundOr404(await this.streams.open(acting.authority, 'escalation', id), 'escalation');
    const { state } = escalation;
    if (state.status === 'not-opened' || !(await this.sees(acting, state))) throw notFound('escalation');
    const own = state.to === acting.person || state.raisedBy === acting.person;
    if (!own && !readsAll(acting)) throw readsCases(acting) ? notAllocated() : notFound('escalation');
    return told(this.log, acting, escalation, reply);
  }

  private async sees(acting: ActingPerson, escalation: Escalation): Promise<boolean> {
    const { authority, person } = acting;
    const audit = await this.streams.standing(authority, 'case-audit', escalation.audit);
    const reader = await this.streams.standing(authority, 'person', person);
    return isSeenBy(
      escalationViewer(acting),
      { ...escalation, namedPerson: escalation.to },
      audit.status === 'not-selected' ? undefined : { id: escalation.audit, ...audit.selected },
      { find: () => reader },
    );
  }
}
