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

/** Something in the source that does not fit together, and what was done about it: shown, never smoothed over. */
@Entity('source_notes')
export class SourceNote extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('int')
  number!: number;

  /** What is wrong, as printed. */
  @Column('text')
  issue!: string;

  /** How it is shown here. */
  @Column('text')
  treatment!: string;

  @OneToMany(() => SourceNoteTranslation, (translation) => translation.owner)
  translations?: Relation<SourceNoteTranslation[]>;
}

@Entity('source_note_translations')
export class SourceNoteTranslation extends TranslationEntity {
  @Column('text')
  issue!: string;

  @Column('text')
  treatment!: string;

  @ManyToOne(() => SourceNote, (note) => note.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<SourceNote>;
}
