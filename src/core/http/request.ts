import type { Request } from 'express';
import { Language } from '../i18n/language';
import { FALLBACK_LOCALE, isLocale, localeFromHeader, type Locale } from '../i18n/locales';

/** The locale in the address of a page: `/sl/rooms` → `sl`. */
export function addressLocale(request: Request): Locale | undefined {
  const first = request.path.split('/')[1];
  return isLocale(first) ? first : undefined;
}

/** Asked for by `?locale=`, else the person's own, else Accept-Language. */
export function preferredLocale(request: Request): Locale {
  const asked = request.query?.['locale'];
  if (isLocale(asked)) return asked;
  const own = request.actor?.person?.locale;
  if (isLocale(own)) return own;
  return localeFromHeader(request.headers['accept-language']) ?? FALLBACK_LOCALE;
}

export function languageOf(request: Request): Language {
  return Language.of(addressLocale(request) ?? preferredLocale(request), request.actor?.person?.timeZone);
}

/**
 * The languages a reader takes content in: the page's first, then the person's own order. None: she wants originals
 * only, unless an address asks for a language.
 */
export function readingLocales(request: Request): Locale[] {
  const asked = isLocale(request.query?.['locale']);
  return request.actor?.person?.originalsOnly && !asked ? [] : wishedLocales(request);
}

/** The same as if she wanted translations. */
export function wishedLocales(request: Request): Locale[] {
  const locale = addressLocale(request) ?? preferredLocale(request);
  const own = (request.actor?.person?.readingLocales ?? []).filter(isLocale);
  return [...new Set([locale, ...own])];
}

/** Whether the one who asks wants pages or data. */
export function wantsData(request: Request): boolean {
  return /^\/(api|health)(\/|$)/.test(request.path);
}
