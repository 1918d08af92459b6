import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/marks';
import { HubDescription } from './hub-description.service';

/** The description of the hub for programs. */
@ApiTags('description')
@Controller('api')
@Public()
export class OpenApiController {
  constructor(private readonly description: HubDescription) {}

  /** This document. */
  @Get('openapi.json')
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOkResponse({ description: 'OpenAPI 3.1', schema: { type: 'object' } })
  document() {
    return this.description.document;
  }
}
