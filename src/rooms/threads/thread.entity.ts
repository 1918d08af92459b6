import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../../core/database/translation';
import type { Theme } from '../../directory/themes';
import type { Locale } from '../../core/i18n/locales';
import { Room } from '../room.entity';

/** One matter that is discussed in a room. Key: (room, id), so that a room's rows stay together. */
@Entity('threads')
export class Thread extends TranslatableEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { name: 'opened_by' })
  openedBy!: string;

  @Column('timestamptz', { name: 'opened_at', default: () => 'clock_timestamp()' })
  openedAt!: Date;

  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt!: Date | null;

  @Column('text', { name: 'closed_reason', nullable: true })
  closedReason!: string | null;

  @Column('text', { name: 'closed_reason_locale', nullable: true })
  closedReasonLocale!: Locale | null;

  @Column('timestamptz', { name: 'pinned_at', nullable: true })
  pinnedAt!: Date | null;

  @Column('timestamptz', { name: 'resolved_at', nullable: true })
  resolvedAt!: Date | null;

  @Column('uuid', { name: 'resolved_by', nullable: true })
  resolvedBy!: string | null;

  /** The post that says how. */
  @Column('uuid', { name: 'resolution_id', nullable: true })
  resolutionId!: string | null;

  @Column('text', { array: true, default: [] })
  themes!: Theme[];

  /** Where all its posts went. */
  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: string | null;

  /** Number of the newest post; posts are numbered from 1 without gaps. */
  @Column('int', { name: 'last_number', default: 0 })
  lastNumber!: number;

  @Column('timestamptz', { name: 'last_post_at', default: () => 'clock_timestamp()' })
  lastPostAt!: Date;

  @ManyToOne(() => Room)
  @JoinColumn({ name: 'room_id' })
  room!: Relation<Room>;

  @OneToMany(() => ThreadTranslation, (translation) => translation.owner)
  translations?: Relation<ThreadTranslation[]>;
}

@Entity('thread_translations')
export class ThreadTranslation extends TranslationEntity {
  @Column('text')
  title!: string;

  @ManyToOne(() => Thread, (thread) => thread.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id', referencedColumnName: 'id' })
  owner?: Relation<Thread>;
}
