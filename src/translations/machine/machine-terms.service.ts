import { Injectable } from '@nestjs/common';
import type { Locale } from '../../core/i18n/locales';
import { TermIndex } from '../../glossary/terms/term-index.service';
import { bare } from '../../glossary/terms/term';

const CAPITAL = /\p{Lu}/u;

/** What machines must know of the termbase. */
@Injectable()
export class MachineTerms {
  constructor(private readonly terms: TermIndex) {}

  /** Names that both languages write alike: they stay as they are. */
  async kept(from: Locale, to: Locale): Promise<string[]> {
    const pairs = await this.words(from, to);
    return [
      ...new Set(pairs.filter(([own, other]) => own === other && CAPITAL.test(own)).map(([own]) => own)),
    ];
  }

  /** Preferred terms of both languages, for providers that take a glossary. */
  async preferred(from: Locale, to: Locale): Promise<[string, string][]> {
    const pairs = await this.words(from, to);
    return [...new Map(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1))).entries()];
  }

  private async words(from: Locale, to: Locale): Promise<[string, string][]> {
    const { concepts } = await this.terms.current();
    return concepts.flatMap(({ terms, withdrawn }) => {
      const word = (locale: Locale, standing: string) =>
        terms.find(
          (term) => term.locale === locale && term.standing === standing && term.confidence !== 'low',
        )?.word;
      if (withdrawn) return [];
      return ['preferred', 'acronym'].flatMap((standing): [string, string][] => {
        const [own, other] = [word(from, standing), word(to, standing)];
        return own && other ? [[bare(own), bare(other)]] : [];
      });
    });
  }
}
