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

export const STATEMENT_KINDS = ['objective', 'activity', 'message', 'goal', 'criterion', 'audience'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** One numbered sentence that the partnership stands for: an objective, a key activity, a key message. */
@Entity('statements')
export class Statement extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('text')
  kind!: StatementKind;

  /** From 1 within its kind. */
  @Column('int')
  number!: number;

  @Column('text')
  text!: string;

  @OneToMany(() => StatementTranslation, (translation) => translation.owner)
  translations?: Relation<StatementTranslation[]>;
}

@Entity('statement_translations')
export class StatementTranslation extends TranslationEntity {
  @Column('text')
  text!: string;

  @ManyToOne(() => Statement, (statement) => statement.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<Statement>;
}
