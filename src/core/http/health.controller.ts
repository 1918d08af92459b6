import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Public } from '../access/marks';
import { Refusal } from '../errors/refusal';
import { Farewell } from './farewell.service';

/** A database that takes longer is as good as none. Milliseconds. */
const PATIENCE = 5000;

const health = z.object({ status: z.literal('ok') });

/** For proxies and container engines. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(
    private readonly database: DataSource,
    private readonly farewell: Farewell,
  ) {}

  /** The process runs. */
  @Get('live')
  @ApiOkResponse({ standardSchema: health })
  live() {
    return { status: 'ok' };
  }

  /** The process can answer: its database does, and it is not about to end. */
  @Get('ready')
  @ApiOkResponse({ standardSchema: health })
  async ready() {
    if (this.farewell.begun || !(await this.databaseAnswers())) throw new Refusal(503, 'errors:unavailable');
    return { status: 'ok' };
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE);
    });
    const answer = this.database.query('select 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answer, late]).finally(() => clearTimeout(timer));
  }
}
