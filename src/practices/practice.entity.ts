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
import type { Theme } from '../directory/themes';
import type { Verdict } from './reviews/verdict';
import type {
  Cooperation,
  Level,
  Licence,
  MoneySource,
  OwnerRole,
  PracticeState,
  Rating,
} from './practice-facts';

const orNone = { nullable: true };

/** One good-practice case of a partnership: the template of good-practice §3, and where it stands. */
@Entity('practices')
export class Practice extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  /** Whose practice it is, which need not be the author's organisation. */
  @Column('uuid', { name: 'owner_organisation_id', nullable: true })
  ownerOrganisationId!: string | null;

  @Column('text', { name: 'owner_role', nullable: true })
  ownerRole!: OwnerRole | null;

  /** When the owner agreed to publication. Calendar dates are ISO strings. */
  @Column('date', { name: 'owner_consent_at', nullable: true })
  ownerConsentAt!: string | null;

  @Column('text', { array: true, default: '{}' })
  cooperations!: Cooperation[];

  @Column('text', { array: true, default: '{}' })
  themes!: Theme[];

  /** ISO 3166-1 alpha-2. */
  @Column('text', orNone)
  country!: string | null;

  /** NUTS 3 code, and what the region is called there. */
  @Column('text', orNone)
  nuts!: string | null;

  @Column('text', orNone)
  region!: string | null;

  @Column('text', orNone)
  municipality!: string | null;

  @Column('text', orNone)
  level!: Level | null;

  @Column('date', { name: 'starts_on', nullable: true })
  startsOn!: string | null;

  /** `null` with `ongoing`, or as long as nobody said. */
  @Column('date', { name: 'ends_on', nullable: true })
  endsOn!: string | null;

  @Column('boolean', { default: false })
  ongoing!: boolean;

  @Column('text') title!: string;
  @Column('text', orNone) strapline!: string | null;
  @Column('text', orNone) problem!: string | null;
  @Column('text', orNone) solution!: string | null;
  @Column('text', orNone) participation!: string | null;
  @Column('text', orNone) resources!: string | null;
  @Column('text', orNone) evidence!: string | null;
  @Column('text', orNone) law!: string | null;
  @Column('text', orNone) difficulties!: string | null;
  /** Transfer: what must be there, what can be changed, what must not, and the first step. */
  @Column('text', orNone) conditions!: string | null;
  @Column('text', orNone) adaptable!: string | null;
  @Column('text', orNone) essential!: string | null;
  @Column('text', orNone) beginning!: string | null;
  @Column('text', orNone) sustainability!: string | null;
  /** The four horizontal criteria. */
  @Column('text', orNone) equality!: string | null;
  @Column('text', orNone) environment!: string | null;
  @Column('text', orNone) integration!: string | null;
  @Column('text', orNone) health!: string | null;
  @Column('text', orNone) quote!: string | null;
  /** Role of the person who is quoted; her name is the same in every language. */
  @Column('text', orNone) speaker!: string | null;

  @Column('text', { name: 'quoted_person', nullable: true })
  quotedPerson!: string | null;

  @Column('boolean', { name: 'quote_consent', default: false })
  quoteConsent!: boolean;

  /** Decimal strings in major units: never through a binary float. Setting up and running are told apart. */
  @Column('numeric', { name: 'setup_amount', precision: 14, scale: 2, nullable: true })
  setupAmount!: string | null;

  @Column('numeric', { name: 'running_amount', precision: 14, scale: 2, nullable: true })
  runningAmount!: string | null;

  /** ISO 4217; amounts are never converted. */
  @Column('text', orNone)
  currency!: string | null;

  /** Of the prices. */
  @Column('int', { name: 'money_year', nullable: true })
  moneyYear!: number | null;

  /** Full-time equivalents. */
  @Column('numeric', { name: 'setup_fte', precision: 7, scale: 2, nullable: true })
  setupFte!: string | null;

  @Column('numeric', { name: 'running_fte', precision: 7, scale: 2, nullable: true })
  runningFte!: string | null;

  @Column('text', { name: 'money_sources', array: true, default: '{}' })
  moneySources!: MoneySource[];

  /** Mailbox of an organisation, never of a person. */
  @Column('text', orNone)
  contact!: string | null;

  @Column('text', { default: 'CC BY 4.0' })
  licence!: Licence;

  /** From a plan: results are not yet documented, which is said wherever it is shown. */
  @Column('boolean', { default: false })
  planned!: boolean;

  @Column('text', { default: 'draft' })
  state!: PracticeState;

  @Column('timestamptz', { name: 'state_since', default: () => 'clock_timestamp()' })
  stateSince!: Date;

  @Column('text', orNone)
  rating!: Rating | null;

  /** What the reviewers made of it together. */
  @Column('jsonb', orNone)
  verdict!: Verdict | null;

  /** Grows when a case is returned or declined and submitted anew: reviewers judge one round. */
  @Column('int', { default: 1 })
  round!: number;

  /** Who checked it for its country. */
  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  /** The frozen version that stands; 0: never frozen. */
  @Column('int', { default: 0 })
  version!: number;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** When what it says was last held to be true, and when that is asked again. */
  @Column('date', { name: 'checked_at', nullable: true })
  checkedAt!: string | null;

  @Column('date', { name: 'next_review_at', nullable: true })
  nextReviewAt!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => PracticeTranslation, (translation) => translation.owner)
  translations?: Relation<PracticeTranslation[]>;
}

@Entity('practice_translations')
export class PracticeTranslation extends TranslationEntity {
  @Column('text', orNone) title!: string | null;
  @Column('text', orNone) strapline!: string | null;
  @Column('text', orNone) problem!: string | null;
  @Column('text', orNone) solution!: string | null;
  @Column('text', orNone) participation!: string | null;
  @Column('text', orNone) resources!: string | null;
  @Column('text', orNone) evidence!: string | null;
  @Column('text', orNone) law!: string | null;
  @Column('text', orNone) difficulties!: string | null;
  @Column('text', orNone) conditions!: string | null;
  @Column('text', orNone) adaptable!: string | null;
  @Column('text', orNone) essential!: string | null;
  @Column('text', orNone) beginning!: string | null;
  @Column('text', orNone) sustainability!: string | null;
  @Column('text', orNone) equality!: string | null;
  @Column('text', orNone) environment!: string | null;
  @Column('text', orNone) integration!: string | null;
  @Column('text', orNone) health!: string | null;
  @Column('text', orNone) quote!: string | null;
  @Column('text', orNone) speaker!: string | null;

  @ManyToOne(() => Practice, (practice) => practice.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Practice>;
}
