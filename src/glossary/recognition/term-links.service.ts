import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Locale } from '../../core/i18n/locales';
import { TermMarks } from '../../ui/terms';
import { conceptPath } from '../reading/concept-paths';
import { TermIndex } from '../terms/term-index.service';
import { marked } from './marking';
import { Recognition } from './recognition.service';

/** Characters of texts that are remembered with their links: a page of thirty posts has about thirty thousand. */
const SPACE = 6_000_000;

/** Puts links into texts as pages are drawn. A text is looked through once, and again when the termbase has changed. */
@Injectable()
export class TermLinks extends TermMarks implements OnApplicationBootstrap {
  private known = new Map<string, string>();
  private version = '';
  private size = 0;

  constructor(
    private readonly index: TermIndex,
    private readonly recognition: Recognition,
  ) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.index.current();
  }

  mark(html: string, locale: Locale, readerLocale: Locale): string {
    const terms = this.index.last;
    if (!terms) return html;
    if (terms.version !== this.version) this.forget(terms.version);
    const id = `${locale} ${readerLocale} ${html}`;
    const found = this.known.get(id);
    if (found !== undefined) return found;
    const made = marked(
      html,
      this.recognition.at(terms, locale),
      (slug) => `/${readerLocale}${conceptPath(slug)}`,
    );
    this.size += id.length + made.length;
    if (this.size > SPACE) this.forget(terms.version);
    this.known.set(id, made);
    return made;
  }

  private forget(version: string): void {
    this.version = version;
    this.known = new Map();
    this.size = 0;
  }
}
