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
import type { Partnership } from '../partnerships/partnership.entity';
import type { ComparisonStatus } from './comparison-facts';

/** Countries side by side: dimensions, their questions, and one answer per country and question. */
@Entity('comparisons')
export class Comparison extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('text')
  slug!: string;

  @Column('text', { default: 'draft' })
  status!: ComparisonStatus;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  summary!: string | null;

  /** What time it speaks of: ISO 8601 or SDMX. */
  @Column('text', { nullable: true })
  period!: string | null;

  @Column('text', { default: 'CC BY 4.0' })
  licence!: string;

  @Column('text', { nullable: true })
  doi!: string | null;

  /** The newest published version; 0: none yet. */
  @Column('int', { default: 0 })
  version!: number;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  @ManyToOne('Partnership')
  @JoinColumn({ name: 'partnership_id' })
  partnership?: Relation<Partnership>;

  @OneToMany(() => ComparisonTranslation, (translation) => translation.owner)
  translations?: Relation<ComparisonTranslation[]>;
}

@Entity('comparison_translations')
export class ComparisonTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  summary!: string | null;

  @ManyToOne(() => Comparison, (comparison) => comparison.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Comparison>;
}
