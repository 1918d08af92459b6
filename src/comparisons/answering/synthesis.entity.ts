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

/** What the analyst makes of one dimension: what is alike, what differs, and why. */
@Entity('syntheses')
export class Synthesis extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'comparison_id' })
  comparisonId!: string;

  @Column('uuid', { name: 'dimension_id' })
  dimensionId!: string;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('timestamptz', { name: 'edited_at', default: () => 'clock_timestamp()' })
  editedAt!: Date;

  @Column('text', { nullable: true })
  alike!: string | null;

  @Column('text', { nullable: true })
  different!: string | null;

  @Column('text', { nullable: true })
  reasons!: string | null;

  @OneToMany(() => SynthesisTranslation, (translation) => translation.owner)
  translations?: Relation<SynthesisTranslation[]>;
}

@Entity('synthesis_translations')
export class SynthesisTranslation extends TranslationEntity {
  @Column('text', { nullable: true })
  alike!: string | null;

  @Column('text', { nullable: true })
  different!: string | null;

  @Column('text', { nullable: true })
  reasons!: string | null;

  @ManyToOne(() => Synthesis, (synthesis) => synthesis.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Synthesis>;
}
