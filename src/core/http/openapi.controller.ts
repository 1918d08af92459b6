import { Controller, Get, Header, type INestApplication } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../access/marks';
import { describeHub } from './openapi';

/** The description of the hub for programs. */
@ApiTags('description')
@Controller('api')
@Public()
export class OpenApiController {
  private describe = (): object => {
    throw new Error('The hub was not set up');
  };
  private written?: string;

  /** Called while the doors are set up: only the hub as a whole knows all its routes. */
  useHub(app: INestApplication): void {
    this.describe = () => describeHub(app);
  }

  /** This document. */
  @Get('openapi.json')
  @Header('Content-Type', 'application/json')
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOkResponse({ description: 'OpenAPI 3.1', schema: { type: 'object' } })
  document(): string {
    return (this.written ??= JSON.stringify(this.describe()));
  }
}
