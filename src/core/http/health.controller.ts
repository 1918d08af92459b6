import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../access/marks';
import { Refusal } from '../errors/refusal';

const health = z.object({ status: z.literal('ok') });

/** For proxies and container engines. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly database: DataSource) {}

  /** The process runs. */
  @Get('live')
  @ApiOkResponse({ standardSchema: health })
  live() {
    return { status: 'ok' };
  }

  /** The process can answer: its database does. */
  @Get('ready')
  @ApiOkResponse({ standardSchema: health })
  async ready() {
    await this.database.query('select 1').catch(() => {
      throw new Refusal(503, 'errors:unavailable');
    });
    return { status: 'ok' };
  }
}
