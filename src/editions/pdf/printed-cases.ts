import type { DocumentBlock } from '../../core/documents/document';
import { Language } from '../../core/i18n/language';
import type { Book, BookBlock, BookChapter } from '../book';
import type { Labels } from './labels';
import type { Pictures } from './pictures';
import type { PrintedBlock, PrintedCase, PrintedTable } from './printed';
import { PrintedText } from './printed-blocks';
import { spoken } from './spoken';
import { plain, shortened, titleIn, wordsIn } from './words';

/** A table with more columns than this is read across the whole page. */
const NARROW = 2;

/** Cases of a book, each printed where it stands for the first time. */
export class PrintedCases {
  private readonly printed = new Set<number>();
  private readonly language: Language;

  constructor(
    private readonly book: Book,
    private readonly labels: Labels,
    private readonly pictures: Pictures,
  ) {
    this.language = Language.of(book.locale);
  }

  isFirst(place: number): boolean {
    return !this.printed.has(place);
  }

  print(place: number, level: number, chapter: BookChapter): PrintedCase {
    this.printed.add(place);
    const { book, labels, pictures } = this;
    const found = book.cases[place]!;
    const label = labels.of('case', found.slug)!;
    const { locale, body, facts, address } = found;
    const text = new PrintedText({ book, labels, pictures, locale, name: label, level });
    const title = titleIn(locale, found.title);
    return {
      ...{ label, level, title, language: spoken(locale), address },
      ...apart(text.blocks(body.blocks.filter(isPrinted))),
      kicker: this.kicker(place),
      strapline: wordsIn(locale, found.strapline),
      section: { title, chapter: chapter.slug, language: spoken(locale) },
      facts: facts.map((fact) => ({
        label: wordsIn(book.locale, fact.label),
        text: wordsIn(locale, fact.value),
      })),
      notes: text.notes(body as Parameters<PrintedText['notes']>[0]),
      code: codeOf(place),
      shortAddress: shortened(address),
      closing: this.closing(place),
    };
  }

  private kicker(place: number): string {
    const number = this.language.t('editions:pdf.case', { number: place + 1 });
    return [number, this.book.cases[place]!.rating].filter(Boolean).join(' · ');
  }

  private closing(place: number): string[] {
    const { version, credit } = this.book.cases[place]!;
    const { t } = this.language;
    return [t('editions:pdf.version', { version }), ...(credit ? [credit] : [])].map((line) =>
      wordsIn(this.book.locale, line),
    );
  }
}

/** What a case includes stands in the chapter beside it. */
const isPrinted = (
  block: DocumentBlock,
): block is Exclude<DocumentBlock, { kind: 'inclusion' }> & BookBlock => block.kind !== 'inclusion';

/** Where the templates find the squares of a case. */
export const codeOf = (place: number): string => `codes/${place}.svg`;

/** Wide tables, with the heading that they stand under, leave the columns and close the case. */
function apart(blocks: PrintedBlock[]): Pick<PrintedCase, 'blocks' | 'tables'> {
  const tables: PrintedCase['tables'] = [];
  const kept: PrintedBlock[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table' || block.head.length <= NARROW) kept.push(block);
    else tables.push({ title: headingOf(kept), table: block satisfies PrintedTable });
  }
  return { blocks: kept, tables };
}

/** Takes the heading with it when nothing else stands under it. */
function headingOf(blocks: PrintedBlock[]): string {
  const last = blocks.at(-1);
  if (last?.kind !== 'heading') return '';
  blocks.pop();
  return plain(last.children);
}
