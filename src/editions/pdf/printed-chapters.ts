import { Language } from '../../core/i18n/language';
import { ownName } from '../../core/i18n/locales';
import type { Book, BookBlock, BookChapter } from '../book';
import { casesIn, type Labels } from './labels';
import type { Pictures } from './pictures';
import type { Group, PrintedBlock, PrintedChapter } from './printed';
import { PrintedText } from './printed-blocks';
import { PrintedCases } from './printed-cases';
import { spoken } from './spoken';
import { titleIn, wordsIn } from './words';

/** Chapters at this depth have pages of their own, with their sections; above them stand parts. */
const CHAPTER = 2;

interface Text {
  /** The chapter on whose pages it stands. */
  of: BookChapter;
  level: number;
  blocks: PrintedBlock[];
  notes: PrintedBlock[][];
}

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
    if (!chapter.children.some(({ depth }) => depth === CHAPTER)) return this.chapter(chapter, 1);
    this.add(chapter, 'part', chapter, 1);
    for (const child of chapter.children) this.chapter(child, 2);
  }

  private chapter(chapter: BookChapter, level: number): void {
    this.groups.push({ kind: 'chapters', chapters: [] });
    this.add(chapter, 'opening', chapter, level);
    for (const section of chapter.children) this.add(section, 'section', chapter, level + 1);
  }

  /** A text up to its first case, the case, the text up to the next one; last the cases that stand in its boxes. */
  private add(
    chapter: BookChapter,
    form: PrintedChapter['form'] | 'part',
    of: BookChapter,
    level: number,
  ): void {
    const text = new PrintedText({ ...this.place(chapter, level), chapter: of.slug });
    const notes: PrintedBlock[][] = [];
    let rest: readonly BookBlock[] = chapter.body.blocks;
    let next = form;
    for (let at = 0; at >= 0;) {
      at = rest.findIndex((block) => block.kind === 'case' && this.cases.isFirst(block.place));
      const blocks = text.blocks(at < 0 ? rest : rest.slice(0, at));
      if (next !== 'continued' || blocks.length > 0) this.put(chapter, next, { of, level, blocks, notes });
      if (at < 0) break;
      this.practice((rest[at] as Extract<BookBlock, { kind: 'case' }>).place, of, level);
      rest = rest.slice(at + 1);
      next = 'continued';
    }
    for (const place of casesIn(chapter.body)) this.practice(place, of, level);
    notes.push(...text.notes(chapter.body));
  }

  private practice(place: number, of: BookChapter, level: number): void {
    if (!this.cases.isFirst(place)) return;
    this.groups.push({ kind: 'practice', practice: this.cases.print(place, level + 1, of) });
  }

  private put(chapter: BookChapter, form: PrintedChapter['form'] | 'part', text: Text): void {
    const { of, level, ...blocks } = text;
    const facts = { ...this.facts(chapter, of, level), ...blocks };
    if (form === 'part') this.groups.push({ kind: 'part', chapter: { ...facts, form: 'opening' } });
    else if (this.last?.kind === 'chapters') this.last.chapters.push({ ...facts, form });
    else this.groups.push({ kind: 'chapters', chapters: [{ ...facts, form }] });
  }

  private get last(): Group | undefined {
    return this.groups.at(-1);
  }

  private place(chapter: BookChapter, level: number) {
    const { book, labels, pictures } = this;
    const name = labels.of('chapter', chapter.slug)!;
    return { book, labels, pictures, name, locale: chapter.locale, level };
  }

  private facts(
    chapter: BookChapter,
    of: BookChapter,
    level: number,
  ): Omit<PrintedChapter, 'form' | 'blocks' | 'notes'> {
    const { locale, number, title, lead } = chapter;
    return {
      ...{ id: chapter.slug, of: of.slug, number, level, language: spoken(locale) },
      label: this.labels.of('chapter', chapter.slug)!,
      title: titleIn(locale, title),
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
