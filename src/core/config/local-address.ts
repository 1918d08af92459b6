import { withoutLocale } from '../i18n/locales';

/**
 * An address as people copy it from their browser, without the language and without a slash at its end.
 * @returns undefined for another hub's, and for what is no address
 */
export function localAddress(home: string, address: string): URL | undefined {
  const url = URL.canParse(address, home) ? new URL(address, home) : undefined;
  if (!url || url.hostname !== new URL(home).hostname || !/^https?:$/.test(url.protocol)) return undefined;
  url.pathname = withoutLocale(url.pathname).replace(/(?<=.)\/$/, '') || '/';
  return url;
}
