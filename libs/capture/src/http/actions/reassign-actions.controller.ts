import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Policy } from '#identity';
import { CommandDesk } from '../deciding/command-desk.js';
import { decideEach, RecordsEach, type EachDecided } from '../deciding/each-decided.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { ReassignActionsBody } from './action-bodies.js';

/** The actions of somebody who left go to somebody else at once. */
@ApiTags('actions')
@Controller('v1/actions/reassignments')
export class ReassignActionsController {
  constructor(private readonly desk: CommandDesk) {}

  @Policy({
    roles: 'any',
    relationship:
      "for each: quality assurance lead, service leader or the owner's line manager, and not the owner",
  })
  @RecordsEach('Hand several actions to one new owner; each is decided for itself')
  @Post()
  reassign(
    @Sends() sending: Sending,
    @Body() { actions, ...reassignment }: ReassignActionsBody,
  ): Promise<EachDecided> {
    return decideEach(
      this.desk,
      sending,
      actions.map((id) => ({
        kind: 'improvement-action',
        id,
        command: { type: 'ReassignAction', ...reassignment },
      })),
    );
  }
}
