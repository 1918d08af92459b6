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

/** What an organisation is, as the seeds and the stakeholder groups tell them apart. */
export const ORGANISATION_TYPES = [
  'association',
  'business_support',
  'company',
  'cooperative',
  'development_agency',
  'eu_body',
  'foundation',
  'fund',
  'joint_body',
  'municipality',
  'network',
  'public_agency',
  'region',
  'research',
  'science_park',
  'social_enterprise_support',
  'study_association',
  'university',
] as const;
export type OrganisationType = (typeof ORGANISATION_TYPES)[number];

/** A body that takes part: its name in its own language is the original, alternatives are translations. */
@Entity('organisations')
export class Organisation extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  name!: string;

  /** ISO 3166-1 alpha-2 (GB, not UK), or EU. */
  @Column('char', { length: 2 })
  country!: string;

  @Column('text', { nullable: true })
  city!: string | null;

  /** NUTS 3 code where known. */
  @Column('text', { nullable: true })
  nuts!: string | null;

  @Column('text')
  type!: OrganisationType;

  @Column('text', { nullable: true })
  website!: string | null;

  /** Made up for the demonstration, and says so in its name. */
  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => OrganisationTranslation, (translation) => translation.owner)
  translations?: Relation<OrganisationTranslation[]>;
}

@Entity('organisation_translations')
export class OrganisationTranslation extends TranslationEntity {
  @Column('text')
  name!: string;

  @ManyToOne(() => Organisation, (organisation) => organisation.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Organisation>;
}
