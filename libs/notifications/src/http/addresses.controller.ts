import { Body, Controller, HttpCode, Inject, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Acting, Policy, type ActingPerson } from '#identity';
import { ApiProblem, field, Problem, rule, Uuid } from '#platform';
import { isMailAddress } from '../mailing/mail-address.js';
import { NOTIFICATIONS, type NotificationsParts } from './notifications-parts.js';

class PersonInAddress {
  @Uuid() id!: string;
}

class AddressBody {
  @field(
    { nullable: true, about: 'Where the daily digest goes; null sends none.' },
    { type: 'string', format: 'email', maxLength: 254 },
    rule('mailAddress', 'must be one e-mail address of at most 254 characters, or null', isMailAddress),
  )
  address!: string | null;
}

/** Addresses stand beside the names, outside the record, and are erased with them. */
@ApiTags('people')
@Controller('v1/people/:id/mail-address')
export class AddressesController {
  constructor(@Inject(NOTIFICATIONS) private readonly parts: NotificationsParts) {}

  @Policy({ roles: ['administrator', 'qa-lead'] })
  @ApiOperation({ summary: 'Say where the daily digest of a person goes, or that it goes nowhere' })
  @ApiNoContentResponse({ description: 'Kept' })
  @ApiProblem(400, 'invalid-input')
  @ApiProblem(404, 'not-found')
  @HttpCode(204)
  @Put()
  async give(
    @Acting() { authority }: ActingPerson,
    @Param() { id }: PersonInAddress,
    @Body() { address }: AddressBody,
  ): Promise<void> {
    if (await this.parts.names.giveAddress(authority, id, address)) return;
    throw new Problem(404, 'not-found', 'Nobody of this id has a name here. Give the name first.');
  }
}
