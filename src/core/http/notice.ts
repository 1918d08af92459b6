import type { Request, Response } from 'express';
import type { Language } from '../i18n/language';
import { isKey } from '../i18n/words';
import type { Values } from '../i18n/keys';

const NAME = 'notice';

/** What the next page says, and how it is taken back: the path that a form is sent to, without the locale. */
export interface Told {
  words: string;
  undo?: string;
}

/** Nothing but a path of the hub with plain values. */
const UNDO = /^\/[a-z][\w/-]{0,200}(\?[\w=&-]{1,200})?$/;

/** Leaves a word for the next page: a key and plain values, never text, so that nobody can put words into it. */
export function leaveNotice(response: Response, key: string, values: Values = {}, undo?: string): void {
  response.cookie(NAME, JSON.stringify({ key, values, undo }), {
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60_000,
    path: '/',
  });
}

export const hasNotice = (request: Request): boolean => request.headers.cookie?.includes(`${NAME}=`) ?? false;

/** Takes what the last page left, once. */
export function takeNotice(request: Request, response: Response, language: Language): Told | undefined {
  const cookie = request.headers.cookie?.split(/;\s*/).find((part) => part.startsWith(`${NAME}=`));
  if (!cookie) return undefined;
  response.clearCookie(NAME, { path: '/' });
  try {
    const { key, values, undo } = JSON.parse(decodeURIComponent(cookie.slice(NAME.length + 1))) as {
      key: unknown;
      values: Values;
      undo: unknown;
    };
    if (typeof key !== 'string' || !isKey(key)) return undefined;
    const words = language.t(key, values);
    return typeof undo === 'string' && UNDO.test(undo) ? { words, undo } : { words };
  } catch {
    return undefined;
  }
}
