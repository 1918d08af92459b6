import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';

/** The wording that a grant demands. A new version is a new row; what was published keeps its own (visibility.md §1.5). */
@Entity('funding_notices')
export class FundingNoticeVersion {
  @PrimaryColumn('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @PrimaryColumn('int')
  version!: number;

  /** Verbatim; null while the wording is not known. */
  @Column('text', { nullable: true })
  statement!: string | null;

  @Column('text', { nullable: true })
  disclaimer!: string | null;

  /** Language of both texts: they are never machine translated. */
  @Column('text')
  locale!: Locale;

  @Column('boolean', { default: false })
  emblem!: boolean;

  @Column('timestamptz', { name: 'valid_from', default: () => 'clock_timestamp()' })
  validFrom!: Date;

  @Column('uuid', { name: 'set_by', nullable: true })
  setBy!: string | null;
}
