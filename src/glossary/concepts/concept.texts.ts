import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Journal } from '../../core/journal/journal';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { conceptPolicy } from './concept.policy';

/** Definitions and notes of the termbase as texts. A concept is found by its terms in every language. */
@Injectable()
export class ConceptTexts extends TextKind {
  readonly name = 'concept';
  readonly label = 'glossary:text.concepts';
  readonly table = 'concepts';
  readonly translations = 'concept_translations';
  readonly strings = [
    { name: 'definition', form: 'prose', limit: 2000, label: 'glossary:text.definition' },
    { name: 'note', form: 'prose', limit: 2000, label: 'glossary:text.note', optional: true },
  ] as const;
  readonly columns = {
    title: `coalesce((select term.word from concept_terms term
      where term.concept_id = owner.id and term.standing <> 'forbidden'
      order by term.locale = owner.locale desc, term.standing = 'preferred' desc, term.word limit 1), owner.slug)`,
    path: `'/glossary/' || owner.slug`,
    partnershipId: 'null::uuid',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'null::text',
    at: 'owner.created_at',
    shown: 'owner.withdrawn_at is null',
  };
  override readonly names = `(select jsonb_object_agg(locale, words) from (
    select term.locale, string_agg(term.word, E'\\n' order by term.standing = 'preferred' desc, term.word) as words
    from concept_terms term where term.concept_id = owner.id group by term.locale) named)`;

  constructor(private readonly journal: Journal) {
    super();
  }

  readable(actor: Actor) {
    return conceptPolicy.readable(actor, 'owner');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const subject = { kind: 'concept', id };
    const data = { locale };
    await this.journal.record(tx, 'concept.translated', { actor, subject, scope: subject, data });
  }
}
