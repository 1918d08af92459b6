import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../../core/database/translation';

/** A country that is compared, and what its page says first. Aggregates have no platform. */
@Entity('comparison_countries')
export class ComparisonCountry extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  /** ISO 3166-1 alpha-2; for several countries together a code of Eurostat. */
  @Column('text')
  code!: string;

  @Column('uuid', { name: 'platform_id', nullable: true })
  platformId!: string | null;

  /** In protocol order: by name in the country’s own language. */
  @Column('int')
  position!: number;

  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('text', { nullable: true })
  strengths!: string | null;

  @Column('text', { nullable: true })
  gaps!: string | null;

  @OneToMany(() => ComparisonCountryTranslation, (translation) => translation.owner)
  translations?: Relation<ComparisonCountryTranslation[]>;
}

@Entity('comparison_country_translations')
export class ComparisonCountryTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  summary!: string | null;

  @Column('text', { nullable: true })
  strengths!: string | null;

  @Column('text', { nullable: true })
  gaps!: string | null;

  @ManyToOne(() => ComparisonCountry, (country) => country.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<ComparisonCountry>;
}
