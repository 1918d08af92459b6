import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { gunzipSync } from 'node:zlib';
import { map, type Observable } from 'rxjs';
import { withoutLocale } from '../i18n/locales';
import { Download } from './download';
import { leaveNotice, takeNotice } from './notice';
import { KeptPage, Page, SeeOther } from './page';
import { PageRenderer } from './page-renderer';
import { addressLocale, languageOf, preferredLocale } from './request';

/** Dates tell seconds: of the one that is passing nobody can say yet what it changes. Milliseconds. */
const SETTLED = 2000;

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
        if (answer instanceof KeptPage) return this.showAgain(answer, request, response);
        if (answer instanceof Download) return handOver(answer, response);
        return answer;
      }),
    );
  }

  private show(page: Page, request: Request, response: Response): string {
    const { status = 200, keep } = page.options;
    head(response).status(status);
    const notice = takeNotice(request, response, languageOf(request));
    const html = this.renderer.render(page, request, notice);
    keep?.(html);
    return html;
  }

  /** There is nothing secret in what visitors are sent, so its length under compression tells nothing either. */
  private showAgain({ body, tag, type, changedAt }: KeptPage, request: Request, response: Response): Buffer {
    head(response, type).set('ETag', tag);
    if (changedAt && Date.now() - changedAt.getTime() > SETTLED)
      response.set('Last-Modified', changedAt.toUTCString());
    if (!request.acceptsEncodings('gzip')) return gunzipSync(body);
    response.set('Content-Encoding', 'gzip');
    return body;
  }

  private redirect({ path, notice, values, undo }: SeeOther, request: Request, response: Response): string {
    if (notice) leaveNotice(response, notice, values, undo);
    const hasLocale = withoutLocale(path) !== path;
    const locale = addressLocale(request) ?? preferredLocale(request);
    response.status(303).location(hasLocale ? path : `/${locale}${path === '/' ? '' : path}`);
    return '';
  }
}

function handOver({ content, type, name }: Download, response: Response): Buffer {
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  response.set('Cache-Control', 'private, no-cache');
  return Buffer.from(content);
}

function head(response: Response, type = 'html'): Response {
  response.type(type).set('Cache-Control', 'private, no-cache');
  return response.vary('Accept-Encoding, Cookie');
}
