import {
  Column,
  CreateDateColumn,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../core/database/translation';
import type { Partnership } from '../partnerships/partnership.entity';

/** A handbook of good practices, the proceedings of meetings, a library of methods. */
export const HANDBOOK_KINDS = ['handbook', 'proceedings', 'library'] as const;
export type HandbookKind = (typeof HANDBOOK_KINDS)[number];

/** A book of a partnership: parts, chapters and sections in one order, the same in all languages. */
@Entity('handbooks')
export class Handbook extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('text')
  slug!: string;

  @Column('text')
  kind!: HandbookKind;

  @Column('text', { default: 'draft' })
  status!: 'draft' | 'published';

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  subtitle!: string | null;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('text', { default: 'CC BY 4.0' })
  licence!: string;

  @Column('uuid', { name: 'cover_file_id', nullable: true })
  coverFileId!: string | null;

  /** Digital Object Identifier: `10.1234/abc`. */
  @Column('text', { nullable: true })
  doi!: string | null;

  /** Where its chapters are discussed. */
  @Column('uuid', { name: 'room_id', nullable: true })
  roomId!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @ManyToOne('Partnership')
  @JoinColumn({ name: 'partnership_id' })
  partnership?: Relation<Partnership>;

  @OneToMany(() => HandbookTranslation, (translation) => translation.owner)
  translations?: Relation<HandbookTranslation[]>;
}

@Entity('handbook_translations')
export class HandbookTranslation extends TranslationEntity {
  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  subtitle!: string | null;

  @Column('text', { nullable: true })
  summary!: string | null;

  @ManyToOne(() => Handbook, (handbook) => handbook.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Handbook>;
}
