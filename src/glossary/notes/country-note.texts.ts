import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { NotFound } from '../../core/errors/refusal';
import { Journal } from '../../core/journal/journal';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { conceptPolicy } from '../concepts/concept.policy';

/** Notes per country as texts. */
@Injectable()
export class CountryNoteTexts extends TextKind {
  readonly name = 'country_note';
  readonly label = 'glossary:text.country_notes';
  readonly table = 'country_notes';
  readonly translations = 'country_note_translations';
  readonly strings = [
    { name: 'text', form: 'prose', limit: 2000, label: 'glossary:text.country_note' },
  ] as const;
  override readonly joins = 'join concepts concept on concept.id = owner.concept_id';
  readonly columns = {
    title: `coalesce((select term.word from concept_terms term
      where term.concept_id = concept.id and term.standing <> 'forbidden'
      order by term.locale = owner.locale desc, term.standing = 'preferred' desc, term.word limit 1), concept.slug)
      || ' (' || owner.country || ')'`,
    path: `'/glossary/' || concept.slug || '#country-' || lower(owner.country)`,
    partnershipId: 'null::uuid',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'null::uuid',
    country: 'owner.country::text',
    at: 'owner.created_at',
    shown: 'concept.withdrawn_at is null',
  };

  constructor(private readonly journal: Journal) {
    super();
  }

  readable(actor: Actor) {
    return conceptPolicy.readable(actor, 'concept');
  }

  async translated(tx: EntityManager, actor: Actor, { id }: Text, { locale }: Translated) {
    const [row] = await tx.query<{ concept_id: string }[]>(
      'select concept_id from country_notes where id = $1',
      [id],
    );
    if (!row) throw new NotFound();
    await this.journal.record(tx, 'country_note.translated', {
      actor,
      subject: { kind: 'country_note', id },
      scope: { kind: 'concept', id: row.concept_id },
      data: { conceptId: row.concept_id, locale },
    });
  }
}
