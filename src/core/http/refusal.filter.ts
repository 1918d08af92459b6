import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Actor } from '../access/actor';
import { TooSoon } from '../errors/refusal';
import { asProblem } from './problem';
import { asRefusal } from './as-refusal';
import { PageRenderer } from './page-renderer';
import { languageOf, wantsData } from './request';

/** Every "no" leaves here: as problem+json for programs, as a page for people. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  private readonly log = new Logger('Refusal');

  constructor(private readonly renderer: PageRenderer) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = asRefusal(error);
    if (refusal.status >= 500 && error !== refusal)
      this.log.error(`${request.method} ${request.path}`, (error as Error)?.stack ?? error);
    if (response.headersSent) return void response.end();
    request.actor ??= Actor.visitor;
    response.status(refusal.status);
    if (refusal.status === 503) response.set('Retry-After', '5');
    if (refusal instanceof TooSoon) response.set('Retry-After', String(refusal.seconds));
    if (wantsData(request)) {
      response.type('application/problem+json').send(JSON.stringify(asProblem(refusal, languageOf(request))));
    } else {
      response.set('Cache-Control', 'no-store');
      response.type('html').send(this.renderer.render(this.renderer.refused(refusal, request), request));
    }
  }
}
