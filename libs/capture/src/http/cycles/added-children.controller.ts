import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PopulationImported } from '#audit-cycle';
import { Policy } from '#identity';
import type { AdditionReport } from '#population';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { CommandDesk } from '../deciding/command-desk.js';
import { IdInAddress } from '../deciding/in-address.js';
import type { Recorded } from '../deciding/recorded.js';
import { Records } from '../deciding/records.js';
import { Sends, type Sending } from '../deciding/sending.js';
import { AddChildrenBody, AdditionAnswer } from './added-children-body.js';
import { cycleEventAt } from './cycle-event-at.js';

@ApiTags('cycles')
@Controller('v1/cycles/:id/population/children')
export class AddedChildrenController {
  constructor(
    private readonly desk: CommandDesk,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['qa-lead'] })
  @Records({
    summary: 'Add a few children who are in no list to the population, before the sample is drawn',
    answers: AdditionAnswer,
  })
  @Post()
  async add(
    @Sends() sending: Sending,
    @Param() { id }: IdInAddress,
    @Body() { children: written, reasonCode, reason }: AddChildrenBody,
  ): Promise<Recorded> {
    const children = written.map(({ family = null, ...child }) => ({ ...child, family }));
    const recorded = await this.desk.decide(sending, {
      kind: 'cycle',
      id,
      command: { type: 'AddChildren', children, reasonCode, reason },
    });
    return { ...recorded, extra: await this.answerAt(sending.envelope.authority, id, recorded.revision) };
  }

  private async answerAt(authority: string, id: string, revision: bigint): Promise<AdditionAnswer> {
    const { facts } = await cycleEventAt(this.parts.log, authority, id, revision);
    const { frame, report } = facts as PopulationImported['facts'];
    const bytes = await this.parts.blobs.get(authority, report);
    if (bytes === null)
      throw new Error(`The report ${report} is not in the blob store; restore it from a backup`);
    return { frame, report: JSON.parse(Buffer.from(bytes).toString('utf8')) as AdditionReport };
  }
}
