import { ExpressAdapter } from '@nestjs/platform-express';
import type { Response } from 'express';

/** Express, but for bytes that are ready to be sent: Nest would take them for data and write them as JSON. */
export class HubAdapter extends ExpressAdapter {
  override reply(response: Response, body: unknown, status?: number): unknown {
    if (!Buffer.isBuffer(body)) return super.reply(response, body, status);
    return response.send(body);
  }
}
