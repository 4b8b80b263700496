import { Body, Controller, Delete, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem } from '#platform';
import { CAPTURE_PARTS, type CaptureParts } from '../deciding/capture-parts.js';
import { IdInAddress } from '../deciding/in-address.js';
import { LookUp } from '../deciding/look-up.js';
import { NameBody } from './person-bodies.js';

/** Names stand outside the record, so that they can be corrected and erased while the record stays as it is. */
@ApiTags('people')
@Controller('v1/people/:id/name')
export class NamesController {
  constructor(
    private readonly lookUp: LookUp,
    @Inject(CAPTURE_PARTS) private readonly parts: CaptureParts,
  ) {}

  @Policy({ roles: ['administrator', 'qa-lead'] })
  @ApiOperation({ summary: 'Correct the name of a person' })
  @ApiNoContentResponse({ description: 'Corrected' })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(404, 'not-found')
  @HttpCode(204)
  @Put()
  async correct(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: IdInAddress,
    @Body() { name, caseSystemName }: NameBody,
  ): Promise<void> {
    await this.lookUp.one(authority, 'person', id, 'person');
    await this.parts.names.give(authority, id, { name, caseSystemName: caseSystemName ?? null });
  }

  @Policy({ roles: ['caldicott-guardian', 'administrator'] })
  @ApiOperation({ summary: 'Erase the name of a person; the record keeps the pseudonym' })
  @ApiNoContentResponse({ description: 'Erased, or not there' })
  @ApiProblem(404, 'not-found')
  @HttpCode(204)
  @Delete()
  async erase(@Acting() { authority }: ActingPerson, @Param() { id }: IdInAddress): Promise<void> {
    await this.lookUp.one(authority, 'person', id, 'person');
    await this.parts.names.erase(authority, id);
  }
}
