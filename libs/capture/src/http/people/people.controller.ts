import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { PersonCommand, Role } from '#audit-cycle';
import { Acting, Policy, type ActingPerson, type RoutePolicy } from '#identity';
import { ApiProblem } from '#platform';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress, NoBody } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { Joining } from './joining.js';
import { PeopleAnswer, peopleAnswer, PersonAnswer, personAnswer } from './people-answer.js';
import {
  ConflictBody,
  DayBody,
  JoinBody,
  LineManagerBody,
  MembershipBody,
  RolesBody,
} from './person-bodies.js';

const KEEPERS: readonly Role[] = ['administrator', 'qa-lead'];
const SETS_UP: RoutePolicy = { roles: KEEPERS };
const READS: RoutePolicy = {
  roles: [
    ...KEEPERS,
    ...(['auditor', 'moderator', 'practitioner'] as const),
    ...(['action-owner', 'service-leader', 'caldicott-guardian'] as const),
  ],
};

@ApiTags('people')
@Controller('v1/people')
export class PeopleController {
  constructor(
    private readonly desk: CommandDesk,
    private readonly joining: Joining,
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy(READS)
  @ApiOperation({ summary: 'Everybody in the people directory' })
  @ApiOkResponse({ type: PeopleAnswer })
  @Get()
  list(
    @Acting() { authority, roles }: ActingPerson,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PeopleAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const [people, names] = await Promise.all([
        this.parts.gateway.lookups.standing.states(authority, 'person'),
        this.parts.names.all(authority),
      ]);
      return { answer: peopleAnswer(people, names, keeps(roles)) };
    });
  }

  @Policy(READS)
  @ApiOperation({ summary: 'Somebody in the people directory, also after they left' })
  @ApiOkResponse({ type: PersonAnswer, headers: { ETag: { schema: { type: 'string', example: '"2"' } } } })
  @ApiProblem(404, 'not-found')
  @Get(':id')
  one(
    @Acting() { authority, roles }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonAnswer> {
    return this.lookUp.shown(reply, authority, async () => {
      const { state, revision } = await this.lookUp.one(authority, 'person', id, 'person');
      const names = await this.parts.names.all(authority);
      return { answer: personAnswer(id, state, names.get(id), keeps(roles)), revision };
    });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Let somebody join, with name, roles, teams and line managers', creates: true })
  @Post()
  join(@Sends() sending: Sending, @Body() body: JoinBody): Promise<Recorded> {
    return this.joining.join(sending, body);
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Let somebody who left join again, without the roles of before' })
  @Post(':id/return')
  comeBack(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: DayBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'Join', ...body });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Give roles: all that the person has from now on' })
  @Post(':id/roles')
  giveRoles(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: RolesBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'GiveRoles', ...body });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Record a team; with the same team and first day again, correct the last day' })
  @Post(':id/memberships')
  recordMembership(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: MembershipBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'RecordTeamMembership', to: null, ...body });
  }

  @Policy(SETS_UP)
  @Records({
    summary: 'Record a line manager; with the same manager and first day again, correct the last day',
  })
  @Post(':id/line-managers')
  recordLineManager(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: LineManagerBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'RecordLineManager', to: null, ...body });
  }

  @Policy({ roles: 'any', relationship: 'oneself, or quality assurance lead' })
  @Records({
    summary: 'Register what ties a person to a child, so that they do not judge the work with that child',
  })
  @Post(':id/conflicts')
  registerConflict(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() body: ConflictBody,
  ): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'RegisterConflict', ...body });
  }

  @Policy({ roles: ['qa-lead'], relationship: 'somebody else than the auditor' })
  @Records({ summary: 'Approve an auditor' })
  @Post(':id/approval')
  approve(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() _body: NoBody): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'ApproveAuditor' });
  }

  @Policy(SETS_UP)
  @Records({ summary: 'Record the last day; roles end at once' })
  @Post(':id/departure')
  leave(@Sends() sending: Sending, @Param() { id }: IdInAddress, @Body() body: DayBody): Promise<Recorded> {
    return this.decideKnown(sending, id, { type: 'Leave', ...body });
  }

  /** People are made by joining alone: an id that is not in the directory is not found, whatever is asked of it. */
  private async decideKnown(sending: Sending, id: string, command: PersonCommand): Promise<Recorded> {
    await this.lookUp.one(sending.envelope.authority, 'person', id, 'person');
    return this.desk.decide(sending, { kind: 'person', id, command });
  }
}

/** Whether somebody keeps the directory, and so sees how the case system's lists write people. */
const keeps = (roles: readonly Role[]): boolean => roles.some((role) => KEEPERS.includes(role));
