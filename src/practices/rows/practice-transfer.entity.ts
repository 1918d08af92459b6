import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TranslationEntity } from '../../core/database/translation';
import { PracticeRow } from './practice-row.entity';

/** Where else it was used, when, by whom and with which result. The list grows after publication. */
@Entity('practice_transfers')
export class PracticeTransfer extends PracticeRow {
  /** ISO 3166-1 alpha-2. */
  @Column('text')
  country!: string;

  @Column('text')
  place!: string;

  @Column('int')
  year!: number;

  /** Who used it, as it calls itself. */
  @Column('text')
  name!: string;

  @Column('text')
  result!: string;

  @Column('uuid', { name: 'told_by', nullable: true })
  toldBy!: string | null;

  @Column('timestamptz', { name: 'told_at', default: () => 'clock_timestamp()' })
  toldAt!: Date;

  /** Told by a reader; nobody of the practice has confirmed it yet. */
  @Column('boolean', { default: false })
  awaits!: boolean;

  @OneToMany(() => PracticeTransferTranslation, (translation) => translation.owner)
  translations?: Relation<PracticeTransferTranslation[]>;
}

@Entity('practice_transfer_translations')
export class PracticeTransferTranslation extends TranslationEntity {
  @Column('text')
  result!: string;

  @ManyToOne(() => PracticeTransfer, (transfer) => transfer.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<PracticeTransfer>;
}
