import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Cycle, Refusal } from '#audit-cycle';
import { auditId } from '#authority-setup';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { takenIndices } from '../../contexts/taken-indices.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { Allocating, checkList, commandFor } from './allocating.js';
import { AllocationsAnswer, SuggestionAnswer } from './allocation-answers.js';
import { AllocationsBody, SuggestionQuery } from './allocation-bodies.js';
import { Suggesting } from './suggesting.js';

/** Who audits the cases of a cycle: suggested, and allocated many at once. */
@ApiTags('allocation')
@Controller('v1/cycles/:id')
export class AllocationController {
  constructor(
    private readonly lookUp: LookUp,
    private readonly suggesting: Suggesting,
    private readonly allocating: Allocating,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @ApiOperation({ summary: 'Suggest auditors for the cases of an open cycle that have none' })
  @ApiOkResponse({ type: SuggestionAnswer })
  @ApiProblem(404, 'not-found')
  @ApiProblem(409, 'cycle-not-open', 'calendar-too-short')
  @Get('allocation-suggestion')
  suggest(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Query() { on }: SuggestionQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SuggestionAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const { cycle } = await this.planned(authority, id);
      return { answer: await this.suggesting.forCycle(authority, id, cycle, on) };
    });
  }

  @Policy({ roles: ['qa-lead'] })
  @Records({
    summary: 'Allocate many cases; each has its own answer, and one that is refused leaves the others',
    answers: AllocationsAnswer,
  })
  @Post('allocations')
  async allocate(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() { allocations, how = 'by-hand' }: AllocationsBody,
  ): Promise<Recorded> {
    const { cycle, revision } = await this.planned(sending.envelope.authority, id);
    checkList(
      sending,
      revision,
      allocations.map(({ audit }) => audit),
      'allocations',
    );
    const ofCycle = new Set(takenIndices(cycle).map((index) => auditId(id, index)));
    return this.allocating.send(
      sending,
      { kind: 'cycle', id, revision },
      allocations.map(({ audit, auditor }) => ({
        ...{ audit, auditor, commandId: commandFor(sending, audit, 'allocation') },
        order: ofCycle.has(audit)
          ? { command: { type: 'AllocateAuditor', auditor, how } }
          : NOT_OF_THIS_CYCLE,
      })),
    );
  }

  private async planned(
    authority: string,
    id: string,
  ): Promise<{ readonly cycle: Cycle; readonly revision: bigint }> {
    const { state: cycle, revision } = await this.lookUp.one(authority, 'cycle', id, 'cycle');
    if (cycle.status === 'not-planned') throw notFound('cycle');
    return { cycle, revision };
  }
}

const NOT_OF_THIS_CYCLE: Refusal = { code: 'not-found', message: 'There is no such audit in this cycle.' };
