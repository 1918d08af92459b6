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

/** What a concept means in the law of one country, where that differs. */
@Entity('country_notes')
export class CountryNote extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'concept_id' })
  conceptId!: string;

  /** ISO 3166-1 alpha-2 (GB, not UK), or EU. */
  @Column('char', { length: 2 })
  country!: string;

  @Column('text')
  text!: string;

  @OneToMany(() => CountryNoteTranslation, (translation) => translation.owner)
  translations?: Relation<CountryNoteTranslation[]>;
}

@Entity('country_note_translations')
export class CountryNoteTranslation extends TranslationEntity {
  @Column('text')
  text!: string;

  @ManyToOne(() => CountryNote, (note) => note.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<CountryNote>;
}
