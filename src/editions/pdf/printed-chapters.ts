import { Language } from '../../core/i18n/language';
import { ownName } from '../../core/i18n/locales';
import type { Book, BookBlock, BookChapter } from '../book';
import type { Labels } from './labels';
import type { Pictures } from './pictures';
import type { Group, PrintedChapter } from './printed';
import { PrintedText } from './printed-blocks';
import { PrintedCases } from './printed-cases';
import { spoken } from './spoken';
import { wordsIn } from './words';

/** Chapters at this depth have pages of their own, with their sections; above them stand parts. */
const CHAPTER = 2;

/** The chapters of a book in the order of its pages. A case in a chapter has pages of its own as well. */
export class PrintedChapters {
  private readonly groups: Group[] = [];
  private readonly language: Language;
  private readonly cases: PrintedCases;

  constructor(
    private readonly book: Book,
    private readonly labels: Labels,
    private readonly pictures: Pictures,
  ) {
    this.language = Language.of(book.locale);
    this.cases = new PrintedCases(book, labels, pictures);
  }

  all(): Group[] {
    for (const chapter of this.book.chapters) this.highest(chapter);
    return this.groups;
  }

  private highest(chapter: BookChapter): void {
    const isPart = chapter.children.some(({ depth, children }) => depth === CHAPTER && children.length >= 0);
    if (!isPart) return this.chapter(chapter);
    this.add(chapter, 'part', chapter);
    for (const child of chapter.children) this.chapter(child);
  }

  private chapter(chapter: BookChapter): void {
    this.groups.push({ kind: 'chapters', chapters: [] });
    this.add(chapter, 'opening', chapter);
    for (const section of chapter.children) this.add(section, 'section', chapter);
  }

  /** A text up to its first case, the case, the text up to the next one. */
  private add(chapter: BookChapter, form: 'part' | 'opening' | 'section', of: BookChapter): void {
    const text = new PrintedText({ ...this.place(chapter), chapter: of.slug });
    const notes = text.notes(chapter.body);
    let rest: readonly BookBlock[] = chapter.body.blocks;
    let next: PrintedChapter['form'] = form === 'part' ? 'opening' : form;
    for (;;) {
      const at = rest.findIndex((block) => block.kind === 'case' && this.cases.isFirst(block.place));
      const blocks = text.blocks(at < 0 ? rest : rest.slice(0, at));
      if (next !== 'continued' || blocks.length > 0)
        this.put(
          { ...this.facts(chapter, of), form: next, blocks, notes },
          form === 'part' && next === 'opening',
        );
      if (at < 0) return;
      const found = rest[at] as Extract<BookBlock, { kind: 'case' }>;
      const practice = this.cases.print(found.place, chapter.depth + 1, of);
      this.groups.push({ kind: 'practice', practice });
      rest = rest.slice(at + 1);
      next = 'continued';
    }
  }

  private put(chapter: PrintedChapter, isPart: boolean): void {
    if (isPart) this.groups.push({ kind: 'part', chapter });
    else if (this.last.kind === 'chapters') this.last.chapters.push(chapter);
    else this.groups.push({ kind: 'chapters', chapters: [chapter] });
  }

  private get last(): Group {
    return this.groups.at(-1)!;
  }

  private place(chapter: BookChapter) {
    const { book, labels, pictures } = this;
    const name = labels.of('chapter', chapter.slug)!;
    return { book, labels, pictures, name, locale: chapter.locale, level: chapter.depth };
  }

  private facts(chapter: BookChapter, of: BookChapter): Omit<PrintedChapter, 'form' | 'blocks' | 'notes'> {
    const { locale, number, depth, title, lead } = chapter;
    return {
      ...{ id: chapter.slug, of: of.slug, number, level: depth, language: spoken(locale) },
      label: this.labels.of('chapter', chapter.slug)!,
      title: wordsIn(locale, title),
      kicker: number === null ? null : this.language.t('editions:pdf.chapter', { number }),
      lead: lead === null ? null : wordsIn(locale, lead),
      notice: this.notice(chapter),
    };
  }

  /** Who wrote it, who translated it, and in which language it stands when that is not the book's. */
  private notice({ authors, credit, locale }: BookChapter): string[] {
    const { t } = this.language;
    const other =
      locale === this.book.locale ? [] : [t('editions:pdf.original', { language: ownName(locale) })];
    const lines = [authors.join(', '), ...other, credit].filter((line) => !!line) as string[];
    return lines.map((line) => wordsIn(this.book.locale, line));
  }
}
