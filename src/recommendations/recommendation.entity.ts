import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { Comparison } from '../comparisons/comparison.entity';
import type { Locale } from '../core/i18n/locales';
import { TranslatableEntity, TranslationEntity } from '../core/database/translation';
import type { Cost, Level, RecommendationStatus } from './recommendation-facts';

/** What a comparison advises, and to whom. */
@Entity('recommendations')
export class Recommendation extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  @Column('uuid', { name: 'dimension_id', nullable: true })
  dimensionId!: string | null;

  /** ISO 3166-1 alpha-2; null: for all countries that are compared. */
  @Column('text', { nullable: true })
  country!: string | null;

  /** From 1 within its comparison; never given twice. */
  @Column('int')
  number!: number;

  /** In people's words: municipalities, chambers of commerce. */
  @Column('text')
  addressee!: string;

  @Column('text')
  level!: Level;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  reasoning!: string | null;

  @Column('text', { default: 'unknown' })
  cost!: Cost;

  @Column('text', { default: 'draft' })
  status!: RecommendationStatus;

  @Column('uuid', { name: 'replaced_by', nullable: true })
  replacedBy!: string | null;

  /** Why it was withdrawn, in the language of whoever did. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'reason_locale', nullable: true })
  reasonLocale!: Locale | null;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @ManyToOne('Comparison')
  @JoinColumn({ name: 'comparison_id' })
  comparison?: Relation<Comparison>;

  @OneToMany(() => RecommendationTranslation, (translation) => translation.owner)
  translations?: Relation<RecommendationTranslation[]>;
}

@Entity('recommendation_translations')
export class RecommendationTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  addressee!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  reasoning!: string | null;

  @ManyToOne(() => Recommendation, (recommendation) => recommendation.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Recommendation>;
}
