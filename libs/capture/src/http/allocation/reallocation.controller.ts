import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { CaseAuditCommand, CaseAuditState, PersonId, Refusal } from '#audit-cycle';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { Allocating, checkList, commandFor, type AllocationWanted } from './allocating.js';
import { AllocationsAnswer, ReallocationSuggestionAnswer } from './allocation-answers.js';
import { MovePart, ReallocationBody, SuggestionQuery } from './allocation-bodies.js';
import { Suggesting } from './suggesting.js';

type Part = 'auditor' | 'moderator';

/** Who takes over from somebody who is away, leaves or left. */
@ApiTags('allocation')
@Controller('v1/people/:id')
export class ReallocationController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly suggesting: Suggesting,
    private readonly allocating: Allocating,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @ApiOperation({ summary: 'Suggest other auditors for what somebody has still to audit' })
  @ApiOkResponse({ type: ReallocationSuggestionAnswer })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'calendar-too-short')
  @Get('reallocation-suggestion')
  suggest(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Query() { on }: SuggestionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReallocationSuggestionAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      await this.lookUp.one(authority, 'person', id, 'person');
      return { answer: await this.suggesting.forPerson(authority, id, on) };
    });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({
    summary:
      'Give what somebody audits or moderates to others, as suggested or as you choose; each has its own answer',
    answers: AllocationsAnswer,
  })
  @Post('reallocation')
  async reallocate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() { moves, ...reason }: ReallocationBody,
  ): Promise<Recorded> {
    const { revision } = await this.lookUp.one(sending.envelope.authority, 'person', id, 'person');
    checkList(
      sending,
      revision,
      moves.map(({ audit }) => audit),
      'moves',
    );
    const wanted = await Promise.all(moves.map((move) => this.wanted(sending, id, move, reason)));
    return this.allocating.send(sending, { kind: 'person', id, revision }, wanted);
  }

  /** What was done under this request before is sent again, whoever has the audit by now; else it must be theirs still. */
  private async wanted(
    sending: Sending,
    person: PersonId,
    { audit, to }: MovePart,
    reason: Omit<ReallocationBody, 'moves'>,
  ): Promise<AllocationWanted> {
    const { authority } = sending.envelope;
    const { state, revision } = await this.parts.gateway.lookups.streams.load(authority, 'case-audit', audit);
    const before = await this.partDoneBefore(sending, audit);
    const part = before ?? partOf(person, state);
    return {
      ...{ audit, auditor: to, commandId: commandFor(sending, audit, part ?? 'none') },
      order:
        part === null
          ? NOT_THEIRS
          : {
              command: replacement(part, to, reason),
              ...(before !== null || revision === null ? {} : { seen: revision }),
            },
    };
  }

  private async partDoneBefore(sending: Sending, audit: string): Promise<Part | null> {
    for (const part of ['auditor', 'moderator'] as const) {
      const commandId = commandFor(sending, audit, part);
      if ((await this.parts.log.findCommand(sending.envelope.authority, commandId)) !== null) return part;
    }
    return null;
  }
}

/** Once a case is graded its auditor is not replaced any more, while its moderator may be: nobody is both. */
function partOf(person: PersonId, state: CaseAuditState): Part | null {
  if (state.status === 'not-selected') return null;
  if (state.auditor === person) return 'auditor';
  return state.moderator === person ? 'moderator' : null;
}

const replacement = (part: Part, to: PersonId, reason: Omit<ReallocationBody, 'moves'>): CaseAuditCommand =>
  part === 'auditor'
    ? { type: 'ReplaceAuditor', auditor: to, ...reason }
    : { type: 'ReplaceModerator', moderator: to, ...reason };

const NOT_THEIRS: Refusal = {
  code: 'not-theirs',
  message: 'This person neither audits nor moderates that case. Look again at what they have.',
};
