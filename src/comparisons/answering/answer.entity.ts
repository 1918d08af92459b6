import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { AnswerStanding, AnswerState, Confidence, Flag } from '../comparison-facts';
import type { GroupResult } from '../group-result';
import { TranslatableEntity, TranslationEntity } from '../../core/database/translation';

/** What one country answers to one question for one period. What it rests on is evidence. */
@Entity('answers')
export class Answer extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  @Column('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('text')
  country!: string;

  /** ISO 8601 or SDMX; empty: of no period. */
  @Column('text', { default: '' })
  period!: string;

  /** The platform that stands behind it; null for what was taken from a source alone. */
  @Column('uuid', { name: 'platform_id', nullable: true })
  platformId!: string | null;

  @Column('text', { default: 'value' })
  standing!: AnswerStanding;

  /** Decimal strings, in the unit of the question. With sexes asked, the total. */
  @Column('numeric', { nullable: true })
  number!: string | null;

  @Column('numeric', { nullable: true })
  women!: string | null;

  @Column('numeric', { nullable: true })
  men!: string | null;

  @Column('numeric', { name: 'not_stated', nullable: true })
  notStated!: string | null;

  /** 0–10, of a statement. */
  @Column('numeric', { nullable: true })
  score!: string | null;

  /** Codes. */
  @Column('text', { array: true, default: '{}' })
  options!: string[];

  @Column('text', { nullable: true })
  confidence!: Confidence | null;

  @Column('text', { array: true, default: '{}' })
  flags!: Flag[];

  /** When it was held to be true. */
  @Column('date', { name: 'valid_on', nullable: true })
  validOn!: string | null;

  @Column('jsonb', { name: 'group_result', nullable: true })
  groupResult!: GroupResult | null;

  @Column('text', { default: 'draft' })
  state!: AnswerState;

  @Column('timestamptz', { name: 'state_since', default: () => 'clock_timestamp()' })
  stateSince!: Date;

  @Column('date', { name: 'comments_until', nullable: true })
  commentsUntil!: string | null;

  /** How often it was signed off. */
  @Column('int', { default: 0 })
  version!: number;

  /** Which of its versions everyone reads; 0: none. */
  @Column('int', { name: 'published_version', default: 0 })
  publishedVersion!: number;

  /** Who sees to it and is told when its evidence no longer stands. */
  @Column('uuid', { name: 'owner_id', nullable: true })
  ownerId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @OneToMany(() => AnswerTranslation, (translation) => translation.owner)
  translations?: Relation<AnswerTranslation[]>;
}

@Entity('answer_translations')
export class AnswerTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @ManyToOne(() => Answer, (answer) => answer.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Answer>;
}
