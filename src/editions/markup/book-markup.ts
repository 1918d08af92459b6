import type { DocumentBody, Reference } from '../../core/documents/document';
import { documentHtml, escapeHtml, type FigureFacts } from '../../core/documents/html';
import { Language } from '../../core/i18n/language';
import type { Book, BookBody, BookCase, BookChapter } from '../book';
import { asDocument, type Included } from './included';
import type { Place, Places } from './places';
import { publicAddress } from './public-address';

export interface Look {
  ebook: boolean;
  /** Address of a picture from the book's files; `undefined` when its bytes are not there. */
  picture(file: string): string | undefined;
}

interface TextAround {
  prefix: string;
  firstHeading: number;
  page: string;
  included: readonly Included[];
}

/** Texts of a book as HTML that is also XHTML, with links among its files. */
export class BookMarkup {
  readonly language: Language;
  private readonly written = new Set<string>();

  constructor(
    readonly book: Book,
    readonly places: Places,
    private readonly look: Look,
  ) {
    this.language = Language.of(book.locale);
  }

  /** The chapter with all that is written on its page. @param level of its heading */
  chapter(chapter: BookChapter, level: number): string {
    const { page, anchor, prefix } = this.places.chapter(chapter.slug)!;
    const within = chapter.children.filter(({ slug }) => this.places.chapter(slug)!.page === page);
    const kind = this.marked(chapter.children.length > within.length ? 'part' : 'chapter');
    return [
      `<section class="chapter depth-${chapter.depth}" id="${escapeHtml(anchor)}"${level === 1 ? kind : ''}>`,
      `<h${level}>${this.chapterTitle(chapter)}</h${level}>`,
      chapter.authors.length
        ? `<p class="authors">${escapeHtml(this.language.list(chapter.authors))}</p>`
        : '',
      chapter.lead ? `<p class="lead"${this.lang(chapter.locale)}>${escapeHtml(chapter.lead)}</p>` : '',
      this.credit(chapter.credit),
      this.text(chapter.body, chapter.locale, { page, prefix, firstHeading: level + 1 }),
      this.live(chapter.address),
      ...within.map((child) => this.chapter(child, Math.min(6, level + 1))),
      '</section>',
    ]
      .filter(Boolean)
      .join('\n');
  }

  chapterTitle({ number, title, locale }: BookChapter): string {
    const words = `<span${this.lang(locale)}>${escapeHtml(title)}</span>`;
    return number === null ? words : `<span class="number">${escapeHtml(number)}</span> ${words}`;
  }

  /** In full where it stands first; later it is referred to. */
  case(found: BookCase, level: number): string {
    const { page, anchor, prefix } = this.places.case(found.slug)!;
    const title = `<span${this.lang(found.locale)}>${escapeHtml(found.title)}</span>`;
    if (this.written.has(found.slug))
      return `<p class="case-again"><a href="${this.href({ page, anchor }, page)}">${title}</a></p>`;
    this.written.add(found.slug);
    const body = { body: found.body, included: [] };
    const around = { page, prefix, firstHeading: Math.min(6, level + 1) };
    return [
      `<section class="case" id="${escapeHtml(anchor)}">`,
      `<h${level}>${title}</h${level}>`,
      `<p class="lead"${this.lang(found.locale)}>${escapeHtml(found.strapline)}</p>`,
      found.rating ? `<p class="rating">${escapeHtml(found.rating)}</p>` : '',
      this.facts(found.facts),
      this.credit(found.credit),
      this.document(body, found.locale, around),
      this.live(found.address),
      '</section>',
    ]
      .filter(Boolean)
      .join('\n');
  }

  facts(facts: readonly { label: string; value: string }[]): string {
    if (facts.length === 0) return '';
    const rows = facts.map(
      ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
    );
    return `<dl class="facts">${rows.join('')}</dl>`;
  }

  /** Says in which language words are, when they are not in the book's. */
  lang(locale: string): string {
    if (locale === this.book.locale) return '';
    const tag = escapeHtml(locale);
    return this.look.ebook ? ` lang="${tag}" xml:lang="${tag}"` : ` lang="${tag}"`;
  }

  /** What something is in the vocabulary of EPUB; nothing elsewhere. */
  marked(what: string): string {
    return this.look.ebook ? ` epub:type="${what}"` : '';
  }

  href({ page, anchor }: Place, from: string): string {
    return escapeHtml(`${page === from ? '' : page}#${anchor}`);
  }

  private text(body: BookBody, locale: string, around: Omit<TextAround, 'included'>): string {
    return this.document(asDocument(body), locale, around);
  }

  private document(
    { body, included }: { body: DocumentBody; included: readonly Included[] },
    locale: string,
    around: Omit<TextAround, 'included'>,
  ): string {
    if (body.blocks.length === 0) return '';
    const html = documentHtml(body, this.surroundings({ ...around, included }));
    return `<div class="text"${this.lang(locale)}>${html}</div>`;
  }

  private surroundings({ prefix, firstHeading, page, included }: TextAround) {
    const { words } = this.book;
    const { t } = this.language;
    return {
      prefix,
      firstHeading: Math.min(6, firstHeading),
      ebook: this.look.ebook,
      reference: (to: Reference, of: string) => this.reference(to, of, page),
      figure: (file: string) => this.figure(file),
      inclusion: ({ of }: { of: string }) => this.included(included[Number(of)], firstHeading),
      address: (address: string) => publicAddress(address, this.book.partnership.address),
      words: {
        gone: words.gone,
        tones: words.tones,
        footnotes: words.footnotes,
        footnote: (number: number) => t('editions:formats.note', { number }),
        back: (number: number) => t('editions:formats.back', { number }),
        table: t('editions:formats.table'),
      },
    };
  }

  private reference(to: Reference, of: string, from: string) {
    const place =
      to === 'chapter'
        ? this.places.chapter(of)
        : this.look.picture(of) === undefined
          ? undefined
          : this.places.figure(of);
    const label = this.book.words.references[`${to}:${of}`];
    if (!place || label === undefined) return undefined;
    return { href: `${place.page === from ? '' : place.page}#${place.anchor}`, label };
  }

  private figure(file: string): FigureFacts | undefined {
    const figure = this.book.figures[file];
    const src = this.look.picture(file);
    if (!figure || src === undefined) return undefined;
    const { number, alt, altLocale, credit, width, height } = figure;
    const label = number === null ? '' : `${this.book.words.figure} ${number}`;
    return { src, width, height, alt, altLang: altLocale, label, credit };
  }

  private included(block: Included | undefined, level: number): string | undefined {
    const { words, cases } = this.book;
    switch (block?.kind) {
      case 'definition': {
        const term = `<dfn>${escapeHtml(block.term)}</dfn>`;
        return `<aside class="definition"><p class="callout-title">${escapeHtml(words.definition)}</p><p${this.lang(block.locale)}>${term}: ${escapeHtml(block.definition)}</p></aside>`;
      }
      case 'message':
        return `<aside class="message"><p class="callout-title">${escapeHtml(block.label ?? words.message)}</p><p${this.lang(block.locale)}>${escapeHtml(block.text)}</p>${block.address ? this.live(block.address) : ''}</aside>`;
      case 'case': {
        const found = cases[block.place];
        return found && this.case(found, Math.min(6, level));
      }
      default:
        return undefined;
    }
  }

  private credit(credit: string | null): string {
    return credit ? `<p class="credit">${escapeHtml(credit)}</p>` : '';
  }

  private live(address: string): string {
    const href = publicAddress(address, this.book.partnership.address);
    if (href === null) return '';
    return `<p class="live"><a href="${escapeHtml(href)}">${escapeHtml(this.book.words.liveVersion)}</a></p>`;
  }
}
