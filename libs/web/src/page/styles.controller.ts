import { readFileSync } from 'node:fs';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Open } from '#platform';

const STYLES = readFileSync(new URL('touchstone.css', import.meta.url), 'utf8');

/** The one stylesheet of all pages. */
@ApiExcludeController()
@Controller('assets')
export class StylesController {
  @Open('A stylesheet holds no data')
  @Header('content-type', 'text/css; charset=utf-8')
  @Get('touchstone.css')
  styles(): string {
    return STYLES;
  }
}
