import type { NextFunction, Request, Response } from 'express';
import { NotFound } from '../errors/refusal';

/** No address of the hub holds a NUL byte or broken percent-encoding, and no database takes them. */
export function addressMiddleware(request: Request, _response: Response, next: NextFunction): void {
  next(request.path.startsWith('/') && isSound(request.url) ? undefined : new NotFound());
}

function isSound(url: string): boolean {
  if (/%00/.test(url)) return false;
  try {
    return decodeURIComponent(url).isWellFormed();
  } catch {
    return false;
  }
}
