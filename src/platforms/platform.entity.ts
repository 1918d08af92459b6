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
import type { Locale } from '../core/i18n/locales';

/** The standing body of stakeholders in one country (K3). There is one per country. */
@Entity('platforms')
export class Platform extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** The country code in lower case: /platforms/si. */
  @Column('text', { unique: true })
  slug!: string;

  /** ISO 3166-1 alpha-2. */
  @Column('char', { length: 2 })
  country!: string;

  /** Decided when the platform is created; its members are members of the partnership too. */
  @Column('uuid', { name: 'partnership_id', nullable: true })
  partnershipId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('text', { name: 'working_locales', array: true, default: '{}' })
  workingLocales!: Locale[];

  /** Built for the demonstration, without a basis in the sources; said wherever it is shown. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => PlatformTranslation, (translation) => translation.owner)
  translations?: Relation<PlatformTranslation[]>;
}

@Entity('platform_translations')
export class PlatformTranslation extends TranslationEntity {
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @ManyToOne(() => Platform, (platform) => platform.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Platform>;
}
