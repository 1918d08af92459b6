import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import type { QuestionKind, Unit } from '../comparison-facts';
import { TranslatableEntity, TranslationEntity } from '../../core/database/translation';

/** What every country is asked. A retired question keeps its answers and asks for no more. */
@Entity('questions')
export class Question extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  @Column('uuid', { name: 'dimension_id' })
  dimensionId!: string;

  @Column('int')
  position!: number;

  /** D1.1 and so on; stands in addresses and exports. */
  @Column('text')
  code!: string;

  @Column('text')
  kind!: QuestionKind;

  @Column('text', { nullable: true })
  unit!: Unit | null;

  /** Power of ten: 0, 3, 6. */
  @Column('int', { name: 'unit_multiplier', default: 0 })
  unitMultiplier!: number;

  @Column('int', { default: 0 })
  decimals!: number;

  /** Decimal strings: never through a binary float. */
  @Column('numeric', { nullable: true })
  minimum!: string | null;

  @Column('numeric', { nullable: true })
  maximum!: string | null;

  /** Asked for women, men and not stated. */
  @Column('boolean', { name: 'by_sex', default: false })
  bySex!: boolean;

  /** Of a list, several may be true. */
  @Column('boolean', { default: false })
  several!: boolean;

  @Column('timestamptz', { name: 'retired_at', nullable: true })
  retiredAt!: Date | null;

  @Column('text')
  question!: string;

  @Column('text', { nullable: true })
  help!: string | null;

  @Column('text', { nullable: true })
  anchor_0!: string | null;

  @Column('text', { nullable: true })
  anchor_3!: string | null;

  @Column('text', { nullable: true })
  anchor_5!: string | null;

  @Column('text', { nullable: true })
  anchor_8!: string | null;

  @Column('text', { nullable: true })
  anchor_10!: string | null;

  @OneToMany(() => QuestionTranslation, (translation) => translation.owner)
  translations?: Relation<QuestionTranslation[]>;
}

@Entity('question_translations')
export class QuestionTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  question!: string | null;

  @Column('text', { nullable: true })
  help!: string | null;

  @Column('text', { nullable: true })
  anchor_0!: string | null;

  @Column('text', { nullable: true })
  anchor_3!: string | null;

  @Column('text', { nullable: true })
  anchor_5!: string | null;

  @Column('text', { nullable: true })
  anchor_8!: string | null;

  @Column('text', { nullable: true })
  anchor_10!: string | null;

  @ManyToOne(() => Question, (question) => question.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Question>;
}
