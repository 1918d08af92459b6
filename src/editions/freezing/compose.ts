import { rendered, type RenderedText } from '../../core/database/rendered';
import type { DocumentBlock } from '../../core/documents/document';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { kindWords } from '../../evidence/reading/kind-words';
import type { OutlineEntry } from '../../handbooks/outline';
import type { Book, BookBlock, BookBody, BookCase, BookChapter, BookFigure } from '../book';
import type { MachineChoice } from '../edition';
import { bookWords } from './book-words';
import { type ChapterText, chapterText, printable } from './chapter-text';
import { indexOf } from './index-of';
import type { PracticeDocument } from '../../practices/documents/practice-documents.service';
import type { Manuscript, ManuscriptCase } from './manuscript';

/** What whoever freezes adds to what the hub knows. */
export interface Imprint {
  isbn: string | null;
  issn: string | null;
  editors: string[];
  machine: MachineChoice;
}

/** The book as it will be printed: every word of it in its place. */
export function composeBook(manuscript: Manuscript, imprint: Imprint, edition: number, on: Date): Book {
  return new Composition(manuscript, imprint).book(edition, on);
}

class Composition {
  private readonly language: Language;
  private readonly translators = new Set<string>();
  private readonly cases: BookCase[] = [];
  private readonly notes: string[] = [];

  constructor(
    private readonly manuscript: Manuscript,
    private readonly imprint: Imprint,
  ) {
    this.language = Language.of(manuscript.locale);
  }

  book(edition: number, on: Date): Book {
    const { manuscript, imprint, language } = this;
    const { handbook, locale, origin, outline } = manuscript;
    const own = printable(handbook, imprint.machine);
    const said = (string: (row: { title: string; subtitle: string | null }) => string | null) =>
      this.credited(rendered(own, string, [locale]))?.text ?? null;
    const title = said((row) => row.title)!;
    const subtitle = said((row) => row.subtitle);
    const chapters = outline.entries.map((entry) => this.chapter(entry));
    const address = `${origin}/${locale}/handbooks/${handbook.slug}`;
    return {
      ...{ locale, title, subtitle, edition, chapters, kind: handbook.kind, cases: this.cases },
      frozenOn: on.toISOString().slice(0, 10),
      partnership: this.partnership(address),
      imprint: {
        funding: this.funding(),
        ...{ isbn: imprint.isbn, issn: imprint.issn, licence: handbook.licence, editors: imprint.editors },
        translators: language.sort([...this.translators], (name) => name),
        notes: [...this.notes, ...this.versions()],
      },
      cover:
        handbook.coverFileId && manuscript.figures.has(handbook.coverFileId) ? handbook.coverFileId : null,
      index: indexOf(manuscript, this.cases, language),
      glossary: manuscript.glossary,
      figures: this.figures(),
      words: bookWords(manuscript, language),
    };
  }

  private partnership(address: string): Book['partnership'] {
    const { partnership } = this.manuscript.handbook;
    const { locale } = this.manuscript;
    const name = rendered(partnership, (each) => each.name, [locale])!.text;
    const programme = rendered(partnership, (each) => each.programme, [locale])?.text ?? null;
    const { acronym, contractReference: contract, accent } = partnership;
    return { name, acronym, programme, contract, accent, address };
  }

  private funding(): Book['imprint']['funding'] {
    const { notice } = this.manuscript;
    if (!notice?.statement) return [];
    const { statement, disclaimer, locale, emblem } = notice;
    return [{ statement, disclaimer, locale, emblem }];
  }

  private versions(): string[] {
    const { t } = this.language;
    return this.cases.map(({ title, version }) => t('editions:note.version', { title, version }));
  }

  private chapter({ chapter, number, depth, children }: OutlineEntry): BookChapter {
    const { locale, handbook, origin } = this.manuscript;
    const text = chapterText(chapter, locale, this.imprint.machine);
    const credit = this.creditOf(text);
    this.note(text, number);
    const body: BookBody = {
      blocks: this.blocks(text.tree.blocks),
      footnotes: text.tree.footnotes.map((note) => this.blocks(note)),
    };
    return {
      ...{ number, depth, body, credit, slug: chapter.slug, authors: [] },
      title: this.credited(text.title)!.text,
      lead: text.lead?.text ?? null,
      locale: text.told.locale,
      address: `${origin}/${locale}/handbooks/${handbook.slug}/${chapter.slug}`,
      children: children.map((child) => this.chapter(child)),
    };
  }

  /** What stands below a translated chapter; nothing below an original. */
  private creditOf({ told }: ChapterText): string | null {
    const { t } = this.language;
    if (told.state === 'original') return null;
    const from = this.language.fromLanguage(told.originalLocale);
    if (told.state === 'machine') return t('editions:credit.machine', { from, name: told.by ?? '' });
    return told.by
      ? t('editions:credit.person', { from, name: told.by })
      : t('editions:credit.nobody', { from });
  }

  /** What the imprint has to say of a chapter: it is not translated, or not up to date. */
  private note({ title, told }: ChapterText, number: string | null): void {
    const { t } = this.language;
    const { locale } = this.manuscript;
    const chapter = [number, title.text].filter(Boolean).join(' ');
    const where = this.language.inLanguage(told.locale);
    if (told.locale !== locale) this.notes.push(t('editions:note.original', { chapter, where }));
    if (told.outdated) this.notes.push(t('editions:note.outdated', { chapter }));
  }

  /** Remembers who translated it. */
  private credited(text: RenderedText | null): RenderedText | null {
    if (text?.by && text.state !== 'machine') this.translators.add(text.by);
    return text;
  }

  private blocks(blocks: readonly DocumentBlock[]): BookBlock[] {
    return blocks.map((block) => this.block(block));
  }

  private block(block: DocumentBlock): BookBlock {
    switch (block.kind) {
      case 'quote':
        return { kind: 'quote', blocks: this.blocks(block.blocks) };
      case 'callout':
        return { ...block, blocks: this.blocks(block.blocks) };
      case 'list':
        return { ...block, items: block.items.map((blocks) => this.blocks(blocks)) };
      case 'figure':
        return this.manuscript.figures.has(block.file) ? block : { kind: 'gone' };
      case 'inclusion':
        return this.included(block);
      default:
        return block;
    }
  }

  private included({ what, of }: DocumentBlock & { kind: 'inclusion' }): BookBlock {
    const { definitions, messages, cases } = this.manuscript;
    if (what === 'definition') {
      const found = definitions.get(of);
      if (!found) return { kind: 'gone' };
      const { term, definition } = found;
      return { kind: 'definition', term, definition: definition.text, locale: definition.locale };
    }
    if (what === 'message') {
      const found = messages.get(of);
      return found ? { kind: 'message', text: found.text, locale: found.locale } : { kind: 'gone' };
    }
    if (what !== 'practice') return this.agreed(of);
    const known = cases.get(of);
    return known ? { kind: 'case', place: this.placeOf(known) } : { kind: 'gone' };
  }

  /** In the words of its translators, or as it was written first; readers find the rest at its address. */
  private agreed(id: string): BookBlock {
    const found = this.manuscript.agreed.get(id.toLowerCase());
    if (!found) return { kind: 'gone' };
    const said = found.text ?? found.title;
    const own = said.state === 'machine' && this.imprint.machine !== 'marked';
    const { text, locale } = own ? found.original : said;
    const { origin, locale: edition } = this.manuscript;
    const label = this.language.t(kindWords(found.kind));
    const address = `${origin}/${edition}${found.path}`;
    return { kind: 'message', text, locale, label, address };
  }

  /** A case that stands twice in a book is printed once. */
  private placeOf({ told, original }: ManuscriptCase): number {
    const printed = this.imprint.machine === 'marked' ? told : original;
    const at = this.cases.findIndex(({ slug }) => slug === printed.slug);
    return at >= 0 ? at : this.cases.push(caseOf(printed)) - 1;
  }

  private figures(): Record<string, BookFigure> {
    const { figures, outline, locale } = this.manuscript;
    return Object.fromEntries(
      [...figures.values()].map(({ id, alt, licence, consented: _, credit, ...facts }) => [
        id,
        {
          ...facts,
          number: outline.figureNumber(id) ?? null,
          alt: alt?.text ?? '',
          altLocale: alt?.locale ?? (locale satisfies Locale),
          credit: [credit, licence].filter(Boolean).join(', ') || null,
        },
      ]),
    );
  }
}

const caseOf = (document: PracticeDocument): BookCase => {
  const { slug, title, strapline, locale, version, rating, credit, facts, body, themes, places } = document;
  return {
    ...{ slug, title, strapline, locale, version, rating, credit, facts, body, themes, places },
    address: document.address,
  };
};
