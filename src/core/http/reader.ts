import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../access/actor';
import type { Language } from '../i18n/language';
import type { Locale } from '../i18n/locales';
import { hasNotice } from './notice';
import { languageOf, readingLocales, wishedLocales } from './request';

/** Who reads, and how: what nearly every page handler needs. */
export interface Reader {
  actor: Actor;
  language: Language;
  /** Languages of content in order of wish, the page's own first; none: originals only. */
  locales: Locale[];
  /** The same for who wants translations after all. */
  wished: Locale[];
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
    wished: wishedLocales(request),
    ...(!actor.signedIn && method === 'GET' && !hasNotice(request) && { keptAs: originalUrl }),
  };
});
