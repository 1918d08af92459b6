import { Injectable } from '@nestjs/common';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { QueryExpansion, type Expansion } from '../../search/query-expansion';
import { bare } from '../terms/term';
import { TermIndex, type IndexedConcept } from '../terms/term-index.service';
import { Recognition } from './recognition.service';

/** Finds what a concept is called in other languages when one of its terms is searched for. */
@Injectable()
export class TermExpansion extends QueryExpansion {
  constructor(
    private readonly recognition: Recognition,
    private readonly index: TermIndex,
  ) {
    super();
  }

  /** In the reader's language first; the words may be of any other one, or of several. */
  async expand(words: string[], locale: Locale): Promise<Expansion[]> {
    const { concepts } = await this.index.current();
    const known = new Map(concepts.map((concept) => [concept.id, concept]));
    const languages = [locale, ...LOCALES.filter((each) => each !== locale)];
    const found: (Expansion & { conceptId: string })[] = [];
    for (const language of languages)
      for (const { from, to, conceptId } of await this.find(words, language)) {
        const taken = found.some((each) => each.from < to && from < each.to);
        const concept = known.get(conceptId);
        if (!taken && concept) found.push({ from, to, conceptId, terms: termsOf(concept) });
      }
    return found.map(({ from, to, terms }) => ({ from, to, terms })).sort((a, b) => a.from - b.from);
  }

  /** The longest ones first within one language: more words say more. */
  private async find(words: string[], locale: Locale) {
    const text = words.join(' ');
    const starts = words.map((_, place) => words.slice(0, place).join(' ').length + (place > 0 ? 1 : 0));
    const placeOf = (at: number) => starts.filter((start) => start <= at).length - 1;
    const recogniser = await this.recognition.of(locale);
    return recogniser.recognise(text).map(({ start, end, conceptId }) => ({
      ...{ conceptId, from: placeOf(start), to: placeOf(end - 1) + 1 },
    }));
  }
}

/** Of what people write; a forbidden word may stand in older texts. */
const termsOf = ({ terms }: IndexedConcept): { locale: Locale; term: string }[] =>
  terms.map(({ locale, word }) => ({ locale, term: bare(word) }));
