import { Injectable } from '@nestjs/common';
import type { Occurrence } from '../../glossary/recognition/recogniser';
import { Recognition } from '../../glossary/recognition/recognition.service';
import { TermIndex, type IndexedConcept } from '../../glossary/terms/term-index.service';
import type { Locale } from '../../core/i18n/locales';
import { warning, type Checked, type Finding } from './finding';

/** A term of the original, and what the termbase says for it in the language of the translation. */
export interface WorkTerm {
  conceptId: string;
  slug: string;
  /** As the termbase has it in the original's language. */
  source: string;
  /** The one to write; absent when the termbase has none. */
  preferred: string | undefined;
  accepted: string[];
  forbidden: string[];
}

export interface Occurring {
  terms: WorkTerm[];
  /** Where they stand in the original. */
  occurrences: Occurrence[];
}

/** Holds translations against the termbase, in whatever form its terms stand there. */
@Injectable()
export class TermChecks {
  constructor(
    private readonly recognition: Recognition,
    private readonly index: TermIndex,
  ) {}

  /** The terms of a segment of an original. */
  async occurring(source: string, from: Locale, to: Locale): Promise<Occurring> {
    const occurrences = (await this.recognition.recognise(source, from)).filter(
      ({ standing }) => standing !== 'forbidden',
    );
    const { concepts } = await this.index.current();
    const byId = new Map(concepts.map((concept) => [concept.id, concept]));
    const once = new Map(occurrences.map((each) => [each.conceptId, each]));
    const terms = [...once.values()].flatMap(({ conceptId, slug, term }) => {
      const concept = byId.get(conceptId);
      return concept ? [{ conceptId, slug, source: term, ...inLanguage(concept, to) }] : [];
    });
    return { terms, occurrences };
  }

  /** Forbidden words, and terms that are missing. */
  async check({
    source,
    text,
    from,
    to,
  }: Pick<Checked, 'source' | 'text' | 'from' | 'to'>): Promise<Finding[]> {
    if (text.trim() === '') return [];
    const { terms } = await this.occurring(source, from, to);
    const found = await this.recognition.recognise(text, to);
    const { concepts } = await this.index.current();
    const forbidden = found
      .filter(({ standing }) => standing === 'forbidden')
      .flatMap(({ conceptId, start, end }) => {
        const concept = concepts.find(({ id }) => id === conceptId);
        const preferred = concept && inLanguage(concept, to).preferred;
        return preferred ? [{ conceptId, value: `${text.slice(start, end)} » ${preferred}` }] : [];
      });
    const told = new Set([...found.map(({ conceptId }) => conceptId)]);
    const said = text.toLowerCase();
    const missing = terms.filter(({ conceptId, preferred, accepted }) => {
      const words = [preferred, ...accepted].flatMap((word) => word?.toLowerCase() ?? []);
      return preferred && !told.has(conceptId) && !words.some((word) => said.includes(word));
    });
    return [
      ...forbidden.map(({ value }) => warning('forbidden_term', value)),
      ...missing.map(({ preferred }) => warning('term', preferred)),
    ];
  }
}

function inLanguage({ terms }: IndexedConcept, locale: Locale) {
  const own = terms.filter((term) => term.locale === locale);
  const wordsOf = (...standings: string[]) =>
    own.filter(({ standing }) => standings.includes(standing)).map(({ word }) => word);
  const [preferred, ...others] = wordsOf('preferred', 'acronym', 'accepted');
  return { preferred, accepted: others, forbidden: wordsOf('forbidden') };
}
