import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Open } from '../access/open.js';
import { OpenApiDocument } from './open-api-document.js';

@ApiTags('about')
@Controller('v1/openapi.json')
export class OpenApiController {
  constructor(private readonly api: OpenApiDocument) {}

  @Open('The description of the API holds no data of any authority')
  @ApiOperation({ summary: 'This description, OpenAPI 3.1' })
  @ApiOkResponse({ schema: { type: 'object' } })
  @Get()
  read(): OpenAPIObject {
    return this.api.read();
  }
}
