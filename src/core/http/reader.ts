import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../access/actor';
import type { Language } from '../i18n/language';
import type { Locale } from '../i18n/locales';
import { hasNotice } from './notice';
import { languageOf, readingLocales } from './request';

/** Who reads, and how: what nearly every page handler needs. */
export interface Reader {
  actor: Actor;
  language: Language;
  /** Content languages in order of wish; the first is the page's own. */
  locales: Locale[];
  /** The address under which a visitor's page may be kept; undefined when something of her own stands on it. */
  keptAs?: string;
}

export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<Request>();
  const { actor, method, originalUrl } = request;
  return {
    actor,
    language: languageOf(request),
    locales: readingLocales(request),
    ...(!actor.signedIn && method === 'GET' && !hasNotice(request) && { keptAs: originalUrl }),
  };
});
