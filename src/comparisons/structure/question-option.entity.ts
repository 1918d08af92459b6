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

/** One of the answers that a question offers. */
@Entity('question_options')
export class QuestionOption extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'question_id' })
  questionId!: string;

  @Column('int')
  position!: number;

  /** Stands in exports and in `Answer.options`. */
  @Column('text')
  code!: string;

  @Column('text')
  label!: string;

  @OneToMany(() => QuestionOptionTranslation, (translation) => translation.owner)
  translations?: Relation<QuestionOptionTranslation[]>;
}

@Entity('question_option_translations')
export class QuestionOptionTranslation extends TranslationEntity {
  @Column('text')
  label!: string;

  @ManyToOne(() => QuestionOption, (option) => option.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<QuestionOption>;
}
