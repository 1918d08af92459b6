import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { map, type Observable } from 'rxjs';
import { leaveNotice, takeNotice } from './notice';
import { Page, SeeOther } from './page';
import { PageRenderer } from './page-renderer';
import { addressLocale, languageOf, preferredLocale } from './request';

/** Turns what a page handler returns into HTML or a redirect; data passes through. */
@Injectable()
export class PageInterceptor implements NestInterceptor {
  constructor(private readonly renderer: PageRenderer) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof SeeOther) return this.redirect(answer, request, response);
        if (answer instanceof Page) return this.show(answer, request, response);
        return answer;
      }),
    );
  }

  private show(page: Page, request: Request, response: Response): string {
    response.status(page.options.status ?? 200).type('html');
    response.set('Cache-Control', 'private, no-cache');
    response.vary('Cookie');
    const notice = takeNotice(request, response, languageOf(request));
    return this.renderer.render(page, request, notice);
  }

  private redirect({ path, notice, values }: SeeOther, request: Request, response: Response): string {
    if (notice) leaveNotice(response, notice, values);
    const hasLocale = /^\/(sv|sl|it|en)(\/|$)/.test(path);
    const locale = addressLocale(request) ?? preferredLocale(request);
    response.status(303).location(hasLocale ? path : `/${locale}${path === '/' ? '' : path}`);
    return '';
  }
}
