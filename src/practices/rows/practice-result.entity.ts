import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TranslationEntity } from '../../core/database/translation';
import { PracticeRow } from './practice-row.entity';

/** One measured result: numbers before words. */
@Entity('practice_results')
export class PracticeResult extends PracticeRow {
  @Column('text')
  indicator!: string;

  /** Decimal string. */
  @Column('numeric', { precision: 18, scale: 4 })
  value!: string;

  @Column('text')
  unit!: string;

  /** `2019` or `2019-06`; the same twice for one of them. */
  @Column('text', { name: 'period_from' })
  periodFrom!: string;

  @Column('text', { name: 'period_to' })
  periodTo!: string;

  /** Whether people are counted; then the three parts make the value. */
  @Column('boolean')
  persons!: boolean;

  @Column('int', { nullable: true })
  women!: number | null;

  @Column('int', { nullable: true })
  men!: number | null;

  @Column('int', { name: 'not_stated', nullable: true })
  notStated!: number | null;

  @Column('text')
  method!: string;

  /** Where it can be read. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** Whether it is known what would have happened without the practice. */
  @Column('boolean')
  counterfactual!: boolean;

  @OneToMany(() => PracticeResultTranslation, (translation) => translation.owner)
  translations?: Relation<PracticeResultTranslation[]>;
}

@Entity('practice_result_translations')
export class PracticeResultTranslation extends TranslationEntity {
  @Column('text')
  indicator!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  method!: string;

  @ManyToOne(() => PracticeResult, (result) => result.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<PracticeResult>;
}
