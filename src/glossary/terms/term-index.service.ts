import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import type { Domain } from '../concepts/concept.entity';
import { byStanding, type TermData } from './term';

export type IndexedTerm = Pick<TermData, 'locale' | 'word' | 'standing' | 'confidence'>;

/** A concept as far as its names go. */
export interface IndexedConcept {
  id: string;
  slug: string;
  domain: Domain;
  locale: Locale;
  withdrawn: boolean;
  /** The preferred one of each language first. */
  terms: IndexedTerm[];
}

/** The termbase as it stood at one moment. Another object: something has changed. */
export interface TermsAtOnce {
  version: string;
  concepts: IndexedConcept[];
}

/** Milliseconds that the words may lag behind what another process has changed. */
const LIFE = 1000;

/** All words of the termbase in memory: texts are looked through for them word by word. */
@Injectable()
export class TermIndex {
  private known: TermsAtOnce | undefined;
  private looking: Promise<TermsAtOnce> | undefined;
  private until = 0;

  constructor(private readonly database: DataSource) {}

  /** Without withdrawn concepts unless they are asked for. */
  async current(): Promise<TermsAtOnce> {
    if (this.known && performance.now() < this.until) return this.known;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
    return this.looking;
  }

  /** As it was last seen, without waiting: for what is drawn and may be a moment behind. */
  get last(): TermsAtOnce | undefined {
    if (performance.now() >= this.until) this.current().catch(() => undefined);
    return this.known;
  }

  forget(): void {
    this.until = 0;
  }

  private async look(): Promise<TermsAtOnce> {
    const started = performance.now();
    const [{ version }] = await this.database.query<[{ version: string }]>(
      'select coalesce(max(id), 0)::text as version from concept_changes',
    );
    if (this.known?.version !== version) this.known = { version, concepts: await this.read() };
    this.until = started + LIFE;
    return this.known;
  }

  private async read(): Promise<IndexedConcept[]> {
    const rows = await this.database.query<IndexedConcept[]>(
      `select concept.id, concept.slug, concept.domain, concept.locale,
         concept.withdrawn_at is not null as withdrawn,
         coalesce((select jsonb_agg(jsonb_build_object('locale', term.locale, 'word', term.word,
           'standing', term.standing, 'confidence', term.confidence) order by term.word)
           from concept_terms term where term.concept_id = concept.id), '[]') as terms
       from concepts concept order by concept.slug`,
    );
    return rows.map((row) => ({ ...row, terms: [...row.terms].sort(byStanding) }));
  }
}
