import type { Request, Response } from 'express';
import type { Language } from '../i18n/language';
import { isKey } from '../i18n/words';
import type { Values } from '../i18n/keys';

const NAME = 'notice';

/** Leaves a word for the next page: a key and plain values, never text, so that nobody can put words into it. */
export function leaveNotice(response: Response, key: string, values: Values = {}): void {
  response.cookie(NAME, JSON.stringify({ key, values }), {
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60_000,
    path: '/',
  });
}

export const hasNotice = (request: Request): boolean => request.headers.cookie?.includes(`${NAME}=`) ?? false;

/** Takes what the last page left, once. */
export function takeNotice(request: Request, response: Response, language: Language): string | undefined {
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(`${NAME}=`));
  if (!cookie) return undefined;
  response.clearCookie(NAME, { path: '/' });
  try {
    const { key, values } = JSON.parse(decodeURIComponent(cookie.slice(NAME.length + 1))) as {
      key: unknown;
      values: Values;
    };
    return typeof key === 'string' && isKey(key) ? language.t(key, values) : undefined;
  } catch {
    return undefined;
  }
}
