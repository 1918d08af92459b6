import type { Locale } from '../../core/i18n/locales';
import type { Means } from '../building/writer';
import type { Book } from '../book';
import type { PrintedFigure } from './printed';
import { wordsIn } from './words';

/** Dots of a picture that fill the column; one with fewer stays narrower, so that it is not coarse on paper. */
const ACROSS = 1100;
const NARROWEST = 45;

/** Where the templates find a picture; by its file. */
export type Pictures = ReadonlyMap<string, { path: string; bytes: Uint8Array }>;

/** Reads the bytes of all pictures of a book. */
export async function picturesOf(book: Book, means: Means): Promise<Pictures> {
  const pictures = new Map<string, { path: string; bytes: Uint8Array }>();
  for (const file of Object.keys(book.figures)) {
    const { bytes, type } = await means.picture(file);
    pictures.set(file, { path: `pictures/${pictures.size + 1}.${type.replace('image/', '')}`, bytes });
  }
  return pictures;
}

/** @returns undefined: the picture is gone */
export function figureOf(
  { figures }: Book,
  pictures: Pictures,
  file: string,
  locale: Locale,
): Pick<PrintedFigure, 'source' | 'alt' | 'number' | 'width' | 'height' | 'credits'> | undefined {
  const figure = figures[file];
  const picture = pictures.get(file);
  if (!figure || !picture) return undefined;
  return {
    source: picture.path,
    alt: wordsIn(figure.altLocale, figure.alt),
    number: figure.number === null ? null : String(figure.number),
    width: Math.round(Math.max(NARROWEST, Math.min(100, (figure.width / ACROSS) * 100))),
    height: figure.height / figure.width,
    credits: figure.credit ? [wordsIn(locale, figure.credit)] : [],
  };
}
