import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../core/database/translation';
import { Room } from '../rooms/room.entity';
import type { ConclusionState } from './conclusion-facts';

/** What a room agreed on, or is about to. What it was concluded from is evidence. */
@Entity('conclusions')
export class Conclusion extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'room_id' })
  roomId!: string;

  /** Null: of the room as a whole. */
  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  /** From 1 in each room, without gaps; never given twice. */
  @Column('int')
  number!: number;

  @Column('text')
  statement!: string;

  @Column('text', { nullable: true })
  reasoning!: string | null;

  @Column('text', { default: 'draft' })
  state!: ConclusionState;

  @Column('timestamptz', { name: 'state_since', default: () => 'clock_timestamp()' })
  stateSince!: Date;

  /** How often people were asked for their positions. */
  @Column('int', { default: 0 })
  round!: number;

  /** Nobody takes a position after that. */
  @Column('timestamptz', { name: 'positions_until', nullable: true })
  positionsUntil!: Date | null;

  /** When the hub has noticed that, and has told those who keep the room. */
  @Column('timestamptz', { name: 'closing_told_at', nullable: true })
  closingToldAt!: Date | null;

  /** How often it was adopted; 0: never, then only those see it who sit in the room. */
  @Column('int', { default: 0 })
  version!: number;

  /** Everyone reads what was adopted, also when the room is closed to them. */
  @Column('boolean', { name: 'public', default: false })
  isPublic!: boolean;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'adopted_at', nullable: true })
  adoptedAt!: Date | null;

  @ManyToOne(() => Room)
  @JoinColumn({ name: 'room_id' })
  room!: Relation<Room>;

  @OneToMany(() => ConclusionTranslation, (translation) => translation.owner)
  translations?: Relation<ConclusionTranslation[]>;
}

@Entity('conclusion_translations')
export class ConclusionTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  statement!: string | null;

  @Column('text', { nullable: true })
  reasoning!: string | null;

  @ManyToOne(() => Conclusion, (conclusion) => conclusion.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Conclusion>;
}
