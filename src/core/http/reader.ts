import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../access/actor';
import type { Language } from '../i18n/language';
import type { Locale } from '../i18n/locales';
import { languageOf, readingLocales } from './request';

/** Who reads, and how: what nearly every page handler needs. */
export interface Reader {
  actor: Actor;
  language: Language;
  /** Content languages in order of wish; the first is the page's own. */
  locales: Locale[];
}

export const CurrentReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader => {
  const request = context.switchToHttp().getRequest<Request>();
  return { actor: request.actor, language: languageOf(request), locales: readingLocales(request) };
});
