import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { hash } from 'node:crypto';
import type { Locale } from '../../core/i18n/locales';
import { TermMarks } from '../../ui/terms';
import { conceptPath } from '../reading/concept-paths';
import { TermIndex } from '../terms/term-index.service';
import { linked, termsIn, type TermMark } from './marking';
import type { Recogniser } from './recogniser';
import { Recognition } from './recognition.service';

/** Texts of which is remembered where their terms stand: some hundred bytes each. */
const MOST_TEXTS = 20_000;

/** Puts links into texts as pages are drawn. A text is looked through once, and again when the termbase has changed. */
@Injectable()
export class TermLinks extends TermMarks implements OnApplicationBootstrap {
  /** By language and digest; those that were asked for last stand last. */
  private readonly known = new Map<string, readonly TermMark[]>();
  private version = '';

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
    const recogniser = this.recognition.at(terms, locale);
    if (recogniser.empty) return html;
    if (terms.version !== this.version) {
      this.known.clear();
      this.version = terms.version;
    }
    const marks = this.marksOf(html, locale, recogniser);
    if (marks.length === 0) return html;
    return linked(html, marks, (slug) => `/${readerLocale}${conceptPath(slug)}`);
  }

  private marksOf(html: string, locale: Locale, recogniser: Recogniser): readonly TermMark[] {
    const id = locale + hash('sha1', html, 'base64');
    const marks = this.known.get(id) ?? termsIn(html, recogniser);
    this.known.delete(id);
    this.known.set(id, marks);
    if (this.known.size > MOST_TEXTS) this.known.delete(this.known.keys().next().value!);
    return marks;
  }
}
