import { Column, PrimaryGeneratedColumn } from 'typeorm';
import { TranslatableEntity } from '../../core/database/translation';

/** One line of a list in a case, with words of its own that are translated. */
export abstract class PracticeRow extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'practice_id' })
  practiceId!: string;

  /** From 0 within its list. */
  @Column('int')
  position!: number;
}
