import type { Book } from '../book';
import type { Means } from '../building/writer';

type Picture = Awaited<ReturnType<Means['picture']>>;

/** Pictures of a book by the id of their file, the cover among them. */
export type Pictures = ReadonlyMap<string, Picture>;

/** Most of the time that it takes to write a book on which no type is set. */
export async function picturesOf(book: Book, means: Means): Promise<Pictures> {
  const files = new Set([...(book.cover === null ? [] : [book.cover]), ...Object.keys(book.figures)]);
  const pictures = new Map<string, Picture>();
  for (const file of files) {
    pictures.set(file, await means.picture(file));
    means.progress(pictures.size / (files.size + 1));
  }
  return pictures;
}
