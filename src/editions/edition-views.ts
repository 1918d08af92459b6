import type { Edition, EditionFile } from './edition';
import type { EditionView } from './edition.schema';
import { FORMATS } from './building/format';

export const editionPath = (
  handbook: string,
  { locale, number }: Pick<Edition, 'locale' | 'number'>,
): string => `/editions/${handbook}/${locale}/${number}`;

/** In the order in which formats are offered. */
export const inOrder = (files: readonly EditionFile[]): EditionFile[] =>
  [...files].sort((a, b) => FORMATS.indexOf(a.format) - FORMATS.indexOf(b.format));

export function editionView(handbook: string, edition: Edition, files: readonly EditionFile[]): EditionView {
  const { locale, number, title, sha256, frozenAt } = edition;
  const path = `/${locale}${editionPath(handbook, edition)}`;
  return {
    ...{ handbook, locale, number, title, sha256, frozenAt: frozenAt.toISOString() },
    files: inOrder(files).map(({ format, state, done, bytes, problem }) => ({
      ...{ format, state, done, bytes, problem },
      address: state === 'ready' ? `${path}/${format}` : null,
    })),
  };
}
