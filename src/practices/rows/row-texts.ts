import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Journal } from '../../core/journal/journal';
import { type Text, TextKind, type Translated } from '../../core/texts/text-kind';
import { practicePolicy } from '../practice.policy';

type RowKind = 'practice_actor' | 'practice_result' | 'practice_transfer' | 'practice_link';

/** The lists of a case as texts: each row belongs to its case, is read with it and called by its title. */
@Injectable()
export abstract class RowTexts extends TextKind {
  abstract override readonly name: RowKind;
  override readonly joins = 'join practices practice on practice.id = owner.practice_id';
  /** Whether a row may be shown at all, in SQL. */
  protected readonly settled: string = 'true';

  constructor(private readonly journal: Journal) {
    super();
  }

  get columns() {
    return {
      title: 'practice.title',
      titleLocale: 'practice.locale',
      path: `'/practices/' || practice.slug`,
      partnershipId: 'practice.partnership_id',
      platformId: 'null::uuid',
      roomId: 'null::uuid',
      authorId: 'practice.author_id',
      country: 'practice.country',
      at: 'practice.created_at',
      shown: `practice.version > 0 and practice.state <> 'withdrawn' and ${this.settled}`,
    };
  }

  readable(actor: Actor) {
    return practicePolicy.readable(actor, 'practice');
  }

  async translated(tx: EntityManager, actor: Actor, { id, partnershipId }: Text, { locale }: Translated) {
    const [row] = await tx.query<[{ practice_id: string }]>(
      `select practice_id from ${this.table} where id = $1`,
      [id],
    );
    await this.journal.record(tx, `${this.name}.translated`, {
      actor,
      subject: { kind: this.name, id },
      scope: { kind: 'partnership', id: partnershipId! },
      data: { practiceId: row.practice_id, locale },
    });
  }
}
