import { Column, Entity, OneToMany, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../core/database/translation';
import { JoinColumn, ManyToOne } from 'typeorm';

export const PLACES = ['hub', 'partnership', 'platform'] as const;
export const VISIBILITIES = ['public', 'members', 'private'] as const;
export type Place = (typeof PLACES)[number];
export type Visibility = (typeof VISIBILITIES)[number];

/** Where people discuss. Its order (`lastSeq`) is the order of everything that happens in it. */
@Entity('rooms')
export class Room extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  place!: Place;

  /** Also set for rooms of a platform that belongs to a partnership. */
  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId!: string | null;

  @Column('uuid', { name: 'platform_id', nullable: true })
  platformId!: string | null;

  @Column('text')
  visibility!: Visibility;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  /** bigint: a string in JavaScript. */
  @Column('bigint', { name: 'last_seq', default: 0 })
  lastSeq!: string;

  @Column('int', { name: 'thread_count', default: 0 })
  threadCount!: number;

  @Column('int', { name: 'post_count', default: 0 })
  postCount!: number;

  @Column('timestamptz', { name: 'last_post_at', nullable: true })
  lastPostAt!: Date | null;

  /** Between two posts of one person; 0: as fast as she likes. */
  @Column('int', { name: 'pace_seconds', default: 0 })
  paceSeconds!: number;

  /** So many first posts of a newcomer wait for approval; 0: none. */
  @Column('int', { name: 'newcomer_posts', default: 0 })
  newcomerPosts!: number;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => RoomTranslation, (translation) => translation.owner)
  translations?: Relation<RoomTranslation[]>;
}

@Entity('room_translations')
export class RoomTranslation extends TranslationEntity {
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @ManyToOne(() => Room, (room) => room.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Room>;
}
