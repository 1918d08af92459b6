import type { Book } from '../book';

/** What a format is written from, beside the book itself. */
export interface Means {
  /** The bytes of a picture, as JPEG or PNG; by the id of its file. */
  picture(file: string): Promise<{ bytes: Buffer; type: 'image/jpeg' | 'image/png' }>;
  /** @param share that is written, 0–1 */
  progress(share: number): void;
}

export type BookWriter = (book: Book, means: Means) => Promise<Buffer>;
