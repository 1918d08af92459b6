import { withoutLocale } from '../../core/i18n/locales';

const NOWHERE = 'http://hub.invalid';

/** Coming back to these would lead round in circles, or use a link that is used up. */
const ENTRANCES = /^\/(sign-in|sign-up|sign-out|confirm|forgotten-password|reset-password)(\/|$)/;

/**
 * Where to go after signing in, without its language: only pages of this hub.
 * The path is read as browsers read it, so that `//evil.example`, `/\evil.example` and their disguises
 * (`/./\t/…`) are nothing.
 */
export function nextPath(asked: unknown): string | undefined {
  if (typeof asked !== 'string' || asked.length > 500 || !/^\/(?![/\\])/.test(asked)) return undefined;
  if (/[\\\u0000-\u001f\u007f]/.test(asked) || !URL.canParse(asked, NOWHERE)) return undefined;
  const { origin, pathname, search, hash } = new URL(asked, NOWHERE);
  const path = withoutLocale(pathname) || '/';
  if (origin !== NOWHERE || path.startsWith('//') || /^\/(api|assets|socket\.io)(\/|$)/.test(path))
    return undefined;
  return ENTRANCES.test(path) ? undefined : `${path}${search}${hash}`;
}

/** The page of this hub that a reader came from; browsers tell it to us and to nobody else (Referrer-Policy). */
export function pathOfReferer(referer: string | undefined, host: string | undefined): string | undefined {
  if (!referer || !URL.canParse(referer)) return undefined;
  const url = new URL(referer);
  return url.host === host ? nextPath(`${url.pathname}${url.search}`) : undefined;
}
