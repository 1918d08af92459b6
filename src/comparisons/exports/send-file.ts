import { StreamableFile } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { KeptFile } from './kept-files';

/**
 * To be kept by whoever asks. Who may read it may change, and translations are added: it is asked for anew each time,
 * and sent only if it has changed. @param name ASCII, without quotation marks; null: to be read by a program
 */
export function sendFile(
  { bytes, tag }: KeptFile,
  type: string,
  name: string | null,
  request: Request,
  response: Response,
): StreamableFile | undefined {
  response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' }).vary('Cookie');
  if (name !== null) response.set('Content-Disposition', `attachment; filename="${name}"`);
  if (request.fresh) {
    response.status(304);
    return undefined;
  }
  return new StreamableFile(bytes, { type, length: bytes.length });
}
