import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Invalid } from '../core/errors/refusal';
import { Journal } from '../core/journal/journal';
import { longest, visibleLength } from '../core/texts/text-length';
import { type Strings, type Text, TextKind, type Translated } from '../core/texts/text-kind';
import { PRACTICE_STRINGS, TRANSFER, TRANSFER_LIMIT } from './practice-strings';
import { practicePolicy } from './practice.policy';

/**
 * Cases as texts, from their first frozen version on. `practice_originals` says what was frozen while the next version
 * is being written, so that translators and readers never see half of it.
 */
@Injectable()
export class PracticeTexts extends TextKind {
  readonly name = 'practice';
  readonly label = 'practices:text.practices';
  readonly table = 'practice_originals';
  readonly translations = 'practice_translations';
  readonly strings = PRACTICE_STRINGS;
  override readonly filesBeforeShown = true;
  readonly columns = {
    title: 'owner.title',
    path: `'/practices/' || owner.slug`,
    partnershipId: 'owner.partnership_id',
    platformId: 'null::uuid',
    roomId: 'null::uuid',
    authorId: 'owner.author_id',
    country: 'owner.country',
    themes: `(select case when frozen.version is null then practice.themes
      else array(select jsonb_array_elements_text(frozen.facts->'themes')) end
      from practices practice left join practice_versions frozen on frozen.practice_id = practice.id
        and frozen.version = practice.version and practice.state = 'editing'
      where practice.id = owner.id)`,
    at: 'owner.created_at',
    shown: `owner.version > 0 and owner.state <> 'withdrawn'`,
  };

  constructor(private readonly journal: Journal) {
    super();
  }

  readable(actor: Actor) {
    return practicePolicy.readable(actor, 'owner');
  }

  /** How one can learn from it has one limit for its four parts. */
  override derived(_text: Text, strings: Strings) {
    const most = longest({ limit: TRANSFER_LIMIT, visible: true });
    const length = TRANSFER.reduce((sum, name) => sum + visibleLength(strings[name] ?? ''), 0);
    if (length > most)
      throw Invalid.field('conditions', 'practices:problem.transfer_long', { limit: most, length });
    return {};
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    await this.journal.record(tx, 'practice.translated', {
      actor,
      subject: { kind: 'practice', id },
      scope: { kind: 'partnership', id: partnershipId! },
      data: { locale },
    });
  }
}
