import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Policy as AuthorityPolicy } from '#audit-cycle';
import { policyId } from '#authority-setup';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CommandDesk } from '../deciding/command-desk.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { notFound } from '../deciding/refused.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { PolicyBody } from './policy-body.js';

@ApiTags('set-up')
@Controller('v1/policy')
export class PolicyController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly lookUp: LookUp,
  ) {}

  @Policy({ roles: 'any' })
  @ApiOperation({ summary: 'The policy that new cycles are planned with' })
  @ApiOkResponse({ type: PolicyBody })
  @ApiProblem(404, 'not-found')
  @Get()
  read(
    @Acting() { authority }: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthorityPolicy> {
    return this.lookUp.shown(reply, authority, async () => {
      const { state, revision } = await this.lookUp.one(authority, 'policy', policyId(authority), 'policy');
      if (state.current === null) throw notFound('policy');
      return { answer: state.current, revision };
    });
  }

  @Policy({ roles: ['qa-lead', 'administrator'] })
  @Records({ summary: 'Adopt a policy; cycles that are planned keep theirs' })
  @Post()
  adopt(@Sends() sending: Sending, @Body() policy: PolicyBody): Promise<Recorded> {
    const { authority } = sending.envelope;
    return this.desk.decide(sending, {
      kind: 'policy',
      id: policyId(authority),
      command: { type: 'AdoptPolicy', policy },
    });
  }
}
