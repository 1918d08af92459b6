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

/** One side from which the countries are looked at. */
@Entity('dimensions')
export class Dimension extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  @Column('int')
  position!: number;

  /** D1 and so on; stands in addresses. */
  @Column('text')
  code!: string;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  description!: string | null;

  @OneToMany(() => DimensionTranslation, (translation) => translation.owner)
  translations?: Relation<DimensionTranslation[]>;
}

@Entity('dimension_translations')
export class DimensionTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @ManyToOne(() => Dimension, (dimension) => dimension.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Dimension>;
}
