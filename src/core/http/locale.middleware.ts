import type { NextFunction, Request, Response } from 'express';
import { isLocale } from '../i18n/locales';
import { preferredLocale } from './request';

/** What machines ask for under one address. */
const FOR_MACHINES = new Set(['favicon.ico', 'robots.txt', 'sitemap.xml', 'sitemaps', '.well-known']);
const WITHOUT_LOCALE = /^\/(api|callbacks|health|assets|files|socket\.io)(\/|$)/;

/**
 * Pages live under a language. An address without one (from a mail, typed by hand, `/`) leads to the
 * reader's own language; addresses that are not pages pass.
 */
export function localeMiddleware(request: Request, response: Response, next: NextFunction): void {
  const first = request.path.split('/')[1] ?? '';
  if (isLocale(first) || WITHOUT_LOCALE.test(request.path) || !/^(GET|HEAD)$/.test(request.method))
    return next();
  if (FOR_MACHINES.has(first)) return next();
  const rest = request.path === '/' ? '' : request.path.replace(/^\/+/, '/');
  const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
  response.vary('Accept-Language, Cookie');
  response.redirect(302, `/${preferredLocale(request)}${rest}${query}`);
}
