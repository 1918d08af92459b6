import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { NotFound } from '../core/errors/refusal';
import type { Entries, EntryName } from '../core/journal/entry';
import { Journal } from '../core/journal/journal';
import type { Partnership } from '../partnerships/partnership.entity';
import { Chapter } from './chapter.entity';
import { Handbook } from './handbook.entity';
import { chapterPolicy, handbookPolicy } from './handbook.policy';

/** A handbook with whose it is. */
export type HandbookRow = Handbook & { partnership: Partnership };
/** A chapter with what it stands in. */
export type ChapterRow = Chapter & { handbook: HandbookRow };

type Ability<Of extends { may: (...given: never[]) => boolean }> = Parameters<Of['may']>[1];

/** The one way to handbooks and chapters for every verb: through what the actor may see, then what she may do. */
@Injectable()
export class HandbookAccess {
  constructor(
    private readonly database: DataSource,
    private readonly journal: Journal,
  ) {}

  readable(actor: Actor): SelectQueryBuilder<Handbook> {
    const { where, parameters } = handbookPolicy.readable(actor, 'handbook');
    return this.database
      .createQueryBuilder(Handbook, 'handbook')
      .innerJoinAndSelect('handbook.partnership', 'partnership')
      .where(where, parameters);
  }

  readableChapters(actor: Actor): SelectQueryBuilder<Chapter> {
    const { where, parameters } = chapterPolicy.readable(actor, 'chapter');
    return this.database
      .createQueryBuilder(Chapter, 'chapter')
      .innerJoinAndSelect('chapter.handbook', 'handbook')
      .innerJoinAndSelect('handbook.partnership', 'partnership')
      .where(where, parameters);
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async to(actor: Actor, ability: Ability<typeof handbookPolicy>, slug: string): Promise<HandbookRow> {
    const row = await this.readable(actor).andWhere('handbook.slug = :slug', { slug }).getOne();
    if (!row) throw new NotFound();
    handbookPolicy.allow(actor, ability, row as HandbookRow);
    return row as HandbookRow;
  }

  /** @throws NotFound, SignInRequired, Forbidden */
  async toChapter(
    actor: Actor,
    ability: Ability<typeof chapterPolicy>,
    handbook: string,
    slug: string,
  ): Promise<ChapterRow> {
    const row = await this.readableChapters(actor)
      .andWhere('handbook.slug = :handbook and chapter.slug = :slug', { handbook, slug })
      .getOne();
    if (!row) throw new NotFound();
    chapterPolicy.allow(actor, ability, row as ChapterRow);
    return row as ChapterRow;
  }

  /** Keeps others from changing the order of the same handbook until the transaction ends. */
  async lock(tx: EntityManager, { id }: Pick<Handbook, 'id'>): Promise<void> {
    await tx.query('select 1 from handbooks where id = $1 for update', [id]);
  }

  /** Writes a fact into the partnership's feed. */
  async record<Name extends EntryName>(
    tx: EntityManager,
    name: Name,
    fact: {
      actor: Actor;
      partnershipId: string;
      subject: { kind: 'handbook' | 'chapter'; id: string };
      data: Entries[Name];
    },
  ): Promise<void> {
    const { actor, partnershipId, subject, data } = fact;
    const scope = { kind: 'partnership', id: partnershipId };
    await this.journal.record(tx, name, { actor, subject, scope, data });
  }
}
