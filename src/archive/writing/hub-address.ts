import { LOCALES, withoutLocale, type Locale } from '../../core/i18n/locales';

/** An address of the hub, as far as an archive tells them apart. */
export interface HubAddress {
  /** Absent: the same in all languages, such as a picture. */
  locale?: Locale;
  /** Without the language: `/threads/…`. */
  path: string;
  /** `?page=2`, or nothing. */
  query: string;
  /** `#post-3`, or nothing. */
  fragment: string;
}

/** A page of a list, a stretch of a thread, the size of a picture. Filters lead to what they filter. */
const TOLD_APART = ['page', 'before', 'after', 'width'];

/**
 * @param from the address of the page on which the link stands
 * @returns undefined for what is not the hub's
 */
export function hubAddress(link: string, from: string, origin: string): HubAddress | undefined {
  const here = new URL(from, 'http://hub.invalid');
  let url: URL;
  try {
    url = new URL(link, here);
  } catch {
    return undefined;
  }
  if (url.origin !== here.origin && url.origin !== new URL(origin).origin) return undefined;
  const name = TOLD_APART.find((each) => /^\d{1,9}$/.test(url.searchParams.get(each) ?? ''));
  const query = name ? `?${name}=${url.searchParams.get(name)}` : '';
  const bare = withoutLocale(url.pathname);
  const locale =
    bare === url.pathname ? undefined : LOCALES.find((each) => url.pathname.split('/')[1] === each);
  const path = bare.replace(/\/+$/, '') || '/';
  return { ...(locale && { locale }), path, query, fragment: url.hash };
}

/** What it is asked for by; the same for the same thing. */
export const keyOf = ({ locale, path, query }: HubAddress): string =>
  `${locale ? `/${locale}` : ''}${path === '/' && locale ? '' : path}${query}`;
