import type { Book } from '../book';
import type { Means } from '../building/writer';

/** Pictures of a book by the id of their file, the cover among them. */
export type Pictures = ReadonlyMap<string, { bytes: Buffer; type: 'image/jpeg' | 'image/png' }>;

/** Most of the time that it takes to write a book on which no type is set. */
export async function picturesOf(book: Book, { picture, progress }: Means): Promise<Pictures> {
  const files = new Set([...(book.cover === null ? [] : [book.cover]), ...Object.keys(book.figures)]);
  const pictures = new Map<string, Awaited<ReturnType<typeof picture>>>();
  for (const file of files) {
    pictures.set(file, await picture(file));
    progress(pictures.size / (files.size + 1));
  }
  return pictures;
}
