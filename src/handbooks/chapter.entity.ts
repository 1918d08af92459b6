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
import { Handbook } from './handbook.entity';

/** Parts hold chapters, chapters hold sections; nothing stands deeper. */
export const DEEPEST_CHAPTER = 3;

export const CHAPTER_STATUSES = ['draft', 'published', 'withdrawn'] as const;
export type ChapterStatus = (typeof CHAPTER_STATUSES)[number];

/** Characters of a chapter's text at most: about sixty printed pages. */
export const CHAPTER_LIMIT = 200_000;

/** What stands in a handbook under a heading of its own: a part, a chapter or a section, told apart by depth. */
@Entity('chapters')
export class Chapter extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'handbook_id' })
  handbookId!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  /** Among those below the same parent; gaps mean nothing. */
  @Column('int')
  position!: number;

  /** Its address within the handbook: stays when the title changes. */
  @Column('text')
  slug!: string;

  /** An introduction may stand without a number. */
  @Column('boolean', { default: true })
  numbered!: boolean;

  @Column('text', { default: 'draft' })
  status!: ChapterStatus;

  @Column('text')
  title!: string;

  /** What it says in one sentence. */
  @Column('text', { nullable: true })
  lead!: string | null;

  /** In the dialect of core/documents. */
  @Column('text', { nullable: true })
  body!: string | null;

  /** Where people discuss it. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'edited_by', nullable: true })
  editedBy!: string | null;

  @Column('timestamptz', { name: 'edited_at', default: () => 'clock_timestamp()' })
  editedAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @ManyToOne(() => Handbook)
  @JoinColumn({ name: 'handbook_id' })
  handbook?: Relation<Handbook>;

  @OneToMany(() => ChapterTranslation, (translation) => translation.owner)
  translations?: Relation<ChapterTranslation[]>;
}

@Entity('chapter_translations')
export class ChapterTranslation extends TranslationEntity {
  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  lead!: string | null;

  @Column('text', { nullable: true })
  body!: string | null;

  @ManyToOne(() => Chapter, (chapter) => chapter.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Chapter>;
}
