import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { withoutLocale } from '../core/i18n/locales';
import { Inbox } from './inbox.service';

/** The head of every page tells a reader how much waits for her; a page comes also when that cannot be counted. */
@Injectable()
export class UnreadMiddleware implements NestMiddleware {
  constructor(private readonly inbox: Inbox) {}

  use(request: Request, _response: Response, next: NextFunction): void {
    const { actor, originalUrl } = request; // its path is that of the mount
    if (!actor.signedIn || withoutLocale(originalUrl) === originalUrl) return next();
    this.inbox
      .waits(actor)
      .then((waits) => (request.waits = waits))
      .catch(() => undefined)
      .finally(next);
  }
}
