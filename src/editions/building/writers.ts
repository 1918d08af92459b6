import { bookAsDocx } from '../docx/book-as-docx';
import { bookAsEpub } from '../epub/book-as-epub';
import { bookAsHtml } from '../html/book-as-html';
import { bookAsPdf } from '../pdf/book-as-pdf';
import type { Format } from './format';
import type { BookWriter } from './writer';

/** Who writes what. */
export const WRITERS: Record<Format, BookWriter> = {
  'pdf-a4': (book, means) => bookAsPdf(book, { paper: 'a4', shop: false }, means),
  'pdf-b5': (book, means) => bookAsPdf(book, { paper: 'b5', shop: false }, means),
  'printshop-a4': (book, means) => bookAsPdf(book, { paper: 'a4', shop: true }, means),
  'printshop-b5': (book, means) => bookAsPdf(book, { paper: 'b5', shop: true }, means),
  epub: bookAsEpub,
  html: bookAsHtml,
  docx: bookAsDocx,
};
