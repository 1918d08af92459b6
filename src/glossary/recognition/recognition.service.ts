import { Injectable } from '@nestjs/common';
import { TermIndex, type TermsAtOnce } from '../terms/term-index.service';
import { entryOf } from './entry';
import { Recogniser, type Occurrence } from './recogniser';

/** The terms of the termbase wherever they stand in texts. */
@Injectable()
export class Recognition {
  private readonly made = new Map<string, { version: string; recogniser: Recogniser }>();

  constructor(private readonly index: TermIndex) {}

  async recognise(text: string, locale: string): Promise<Occurrence[]> {
    return (await this.of(locale)).recognise(text);
  }

  /** For many texts of one language. */
  async of(locale: string): Promise<Recogniser> {
    return this.at(await this.index.current(), locale);
  }

  /** With the terms as they are at hand. Made anew when the termbase has changed, in this process or in another. */
  at(terms: TermsAtOnce, locale: string): Recogniser {
    const known = this.made.get(locale);
    if (known?.version === terms.version) return known.recogniser;
    const recogniser = recogniserOf(terms, locale);
    this.made.set(locale, { version: terms.version, recogniser });
    return recogniser;
  }
}

export function recogniserOf({ concepts }: Pick<TermsAtOnce, 'concepts'>, locale: string): Recogniser {
  const entries = concepts
    .filter(({ withdrawn }) => !withdrawn)
    .flatMap(({ id: conceptId, slug, terms }) =>
      terms
        .filter((term) => term.locale === locale)
        .flatMap(({ word, standing }) => entryOf({ conceptId, slug, word, standing }, locale) ?? []),
    );
  return new Recogniser(locale, entries);
}
