import { escapeHtml } from '../../core/documents/html';
import type { Key } from '../../core/i18n/keys';
import type { BookChapter, BookIndexEntry } from '../book';
import type { BookMarkup } from './book-markup';
import { emblem } from './emblem';
import type { Place } from './places';

/** Something in the book that has a title. */
interface Titled {
  title: string;
  place: Place;
}

type Head = (title: string) => string;

/** What stands in a book before and behind its chapters. */
export class BookSheets {
  constructor(private readonly markup: BookMarkup) {}

  title(): string {
    const { title, subtitle, edition, partnership, words } = this.markup.book;
    return [
      `<p class="partnership">${escapeHtml(partnership.acronym ?? partnership.name)}</p>`,
      `<h1>${escapeHtml(title)}</h1>`,
      subtitle ? `<p class="subtitle">${escapeHtml(subtitle)}</p>` : '',
      `<p class="edition">${escapeHtml(`${words.edition} ${edition}`)}, ${escapeHtml(this.day())}</p>`,
    ]
      .filter(Boolean)
      .join('\n');
  }

  imprint(head: Head): string {
    const { imprint, words, partnership, title } = this.markup.book;
    const { language } = this.markup;
    const say = (key: Key, value: string | null) => (value ? [{ label: language.t(key), value }] : []);
    const facts = [
      ...say('editions:formats.partnership', partnership.name),
      ...say('editions:formats.programme', partnership.programme),
      ...say('editions:formats.contract', partnership.contract),
      { label: words.edition, value: `${this.markup.book.edition}, ${this.day()}` },
      ...(imprint.isbn ? [{ label: 'ISBN', value: imprint.isbn }] : []),
      ...(imprint.issn ? [{ label: 'ISSN', value: imprint.issn }] : []),
      ...say('editions:formats.editors', imprint.editors.length ? language.list(imprint.editors) : null),
      ...say(
        'editions:formats.translators',
        imprint.translators.length ? language.list(imprint.translators) : null,
      ),
      { label: words.licence, value: imprint.licence },
    ];
    const notes = imprint.notes.map((note) => `<p>${escapeHtml(note)}</p>`);
    return [
      head(words.imprint),
      `<p class="imprint-title">${escapeHtml(title)}</p>`,
      this.markup.facts(facts),
      ...notes,
      this.funding(),
    ].join('\n');
  }

  /** In the wording and the language of each grant. */
  funding(): string {
    return this.markup.book.imprint.funding
      .map(({ statement, disclaimer, locale, emblem: flag }) => {
        const more = disclaimer ? `<br/>${escapeHtml(disclaimer)}` : '';
        return `<div class="funding"${this.markup.lang(locale)}>${flag ? emblem(statement) : ''}<p><strong>${escapeHtml(statement)}</strong>${more}</p></div>`;
      })
      .join('\n');
  }

  /** What stands in the book as a list of links, in the order of reading. */
  contents(from: string, before: readonly Titled[], behind: readonly Titled[]): string {
    const lines = (some: readonly Titled[]) =>
      some.map(({ title, place }) => this.line(place, from, escapeHtml(title))).join('');
    const chapters = this.chapterLines(this.markup.book.chapters, from);
    return `<ol>${lines(before)}${chapters}${lines(behind)}</ol>`;
  }

  cases(head: Head, from: string, level: number): string {
    const { book, places } = this.markup;
    const links = book.cases.map(({ slug, title, locale }) =>
      this.line(places.case(slug)!, from, `<span${this.markup.lang(locale)}>${escapeHtml(title)}</span>`),
    );
    return [
      head(book.words.listOfCases),
      `<ul class="plain">${links.join('')}</ul>`,
      ...places.looseCases.map((each) => this.markup.case(each, level)),
    ].join('\n');
  }

  glossary(head: Head): string {
    const { words, glossary } = this.markup.book;
    const { language } = this.markup;
    const heads = glossary.locales.map(
      (locale) => `<th scope="col">${escapeHtml(language.languageName(locale))}</th>`,
    );
    const rows = glossary.rows.map(({ term, definition }) => {
      const cells = glossary.locales.map((locale) => {
        const said = escapeHtml(term[locale] ?? '');
        const more =
          definition && locale === this.markup.book.locale
            ? `<br/><small>${escapeHtml(definition)}</small>`
            : '';
        return `<td${this.markup.lang(locale)}>${said}${more}</td>`;
      });
      return `<tr>${cells.join('')}</tr>`;
    });
    return `${head(words.glossary)}\n<table class="data glossary"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
  }

  index(title: string, entries: readonly BookIndexEntry[], from: string, head: Head): string {
    const lines = entries.map(({ word, at }) => {
      const links = at.map((of) => this.indexLink(of, from)).filter(Boolean);
      return `<li>${escapeHtml(word)}${links.length ? `: ${links.join(', ')}` : ''}</li>`;
    });
    return `${head(title)}\n<ul class="plain">${lines.join('\n')}</ul>`;
  }

  private chapterLines(chapters: readonly BookChapter[], from: string): string {
    return chapters
      .map((chapter) => {
        const below = chapter.children.length ? `<ol>${this.chapterLines(chapter.children, from)}</ol>` : '';
        return this.line(
          this.markup.places.chapter(chapter.slug)!,
          from,
          this.markup.chapterTitle(chapter),
          below,
        );
      })
      .join('');
  }

  private line(place: Place, from: string, html: string, below = ''): string {
    return `<li><a href="${this.markup.href(place, from)}">${html}</a>${below}</li>`;
  }

  private indexLink(of: string, from: string): string {
    const { places, book } = this.markup;
    const slug = of.replace(/^case:/, '');
    const place = slug === of ? places.chapter(slug) : places.case(slug);
    if (!place) return '';
    const label =
      slug === of
        ? (book.words.references[`chapter:${slug}`] ?? slug)
        : (book.cases.find((each) => each.slug === slug)?.title ?? slug);
    return `<a href="${this.markup.href(place, from)}">${escapeHtml(label)}</a>`;
  }

  private day(): string {
    return this.markup.language.calendarDate(this.markup.book.frozenOn.slice(0, 10));
  }
}
