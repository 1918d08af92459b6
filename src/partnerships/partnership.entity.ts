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

/** Colours that a partnership may have; they give hue only (styles/tokens.css). */
export const ACCENTS = ['green', 'violet', 'red', 'amber', 'blue', 'teal', 'rose', 'olive'] as const;
export type Accent = (typeof ACCENTS)[number];

export const PARTNERSHIP_STATUSES = ['draft', 'active', 'closed'] as const;
export type PartnershipStatus = (typeof PARTNERSHIP_STATUSES)[number];

/** An EU or regional project with programme, contract, budget and partners (seeds-extract K1). */
@Entity('partnerships')
export class Partnership extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text', { nullable: true })
  acronym!: string | null;

  @Column('text', { default: 'green' })
  accent!: Accent;

  @Column('text', { default: 'draft' })
  status!: PartnershipStatus;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  purpose!: string | null;

  /** Contract or registry number, as printed. */
  @Column('text', { name: 'contract_reference', nullable: true })
  contractReference!: string | null;

  /** Calendar dates as ISO strings, without time of day. */
  @Column('date', { name: 'starts_on', nullable: true })
  startsOn!: string | null;

  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  /** ISO 4217; amounts are never converted. */
  @Column('char', { length: 3, nullable: true })
  currency!: string | null;

  /** Decimal strings in major units, as PostgreSQL keeps them: never through a binary float. */
  @Column('numeric', { name: 'budget_total', precision: 14, scale: 2, nullable: true })
  budgetTotal!: string | null;

  @Column('numeric', { name: 'budget_funder', precision: 14, scale: 2, nullable: true })
  budgetFunder!: string | null;

  @Column('numeric', { name: 'budget_partners', precision: 14, scale: 2, nullable: true })
  budgetPartners!: string | null;

  /** Where the grant is a share of booked costs: that share in per cent … */
  @Column('numeric', { name: 'grant_percent', precision: 5, scale: 2, nullable: true })
  grantPercent!: string | null;

  /** … and the most that is paid. */
  @Column('numeric', { name: 'grant_ceiling', precision: 14, scale: 2, nullable: true })
  grantCeiling!: string | null;

  /** NUTS codes. */
  @Column('text', { array: true, default: '{}' })
  territory!: string[];

  @Column('text', { name: 'working_locales', array: true, default: '{}' })
  workingLocales!: Locale[];

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => PartnershipTranslation, (translation) => translation.owner)
  translations?: Relation<PartnershipTranslation[]>;
}

@Entity('partnership_translations')
export class PartnershipTranslation extends TranslationEntity {
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  programme!: string | null;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @ManyToOne(() => Partnership, (partnership) => partnership.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Partnership>;
}
