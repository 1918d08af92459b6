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

/** What concepts are about. */
export const DOMAINS = [
  'ideas',
  'actors',
  'legal_forms',
  'law',
  'partnership_work',
  'outputs',
  'finance',
  'measurement',
] as const;
export type Domain = (typeof DOMAINS)[number];

/** One meaning of the termbase. What it is called in each language stands in its terms. */
@Entity('concepts')
export class Concept extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  domain!: Domain;

  @Column('text')
  definition!: string;

  /** For those who translate: what to choose, what not to mix up. */
  @Column('text', { nullable: true })
  note!: string | null;

  /** Keys of the known sources, or names of documents. */
  @Column('text', { array: true })
  sources!: string[];

  @Column('uuid', { name: 'thread_id', nullable: true })
  threadId!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => ConceptTranslation, (translation) => translation.owner)
  translations?: Relation<ConceptTranslation[]>;
}

@Entity('concept_translations')
export class ConceptTranslation extends TranslationEntity {
  @Column('text')
  definition!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @ManyToOne(() => Concept, (concept) => concept.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Concept>;
}
