import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { Public } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { RateLimit } from '../../core/http/rate-limit';
import { MachineCallbacks } from './machine-callbacks.service';
import { readCallback } from './providers/etranslation';

@Controller('callbacks/machine-translation')
@Public()
export class MachineCallbacksController {
  constructor(private readonly callbacks: MachineCallbacks) {}

  /** A provider brings what it has translated, or says that it could not. */
  @Post(':ticket')
  @HttpCode(204)
  @RateLimit(1200, 60)
  async receive(
    @Param('ticket') ticket: string,
    @Req() { originalUrl, headers, body }: Request,
  ): Promise<void> {
    const query = new URLSearchParams(originalUrl.split('?')[1] ?? '');
    const said = typeof body === 'string' ? body : '';
    const known = await this.callbacks.receive(
      ticket,
      readCallback(query, headers['content-type'] ?? '', said),
    );
    if (!known) throw new NotFound();
  }
}
