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

/** `core` groups form a platform, `target` groups are to be won, `dissemination` groups spread the word (C2). */
export type GroupKind = 'core' | 'target' | 'dissemination';

/** One kind of people that a platform wants at its table: public authorities, chambers, research. */
@Entity('stakeholder_groups')
export class StakeholderGroup extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  slug!: string;

  @Column('text')
  kind!: GroupKind;

  /** The order in which groups are listed. */
  @Column('int')
  position!: number;

  @Column('text')
  name!: string;

  @OneToMany(() => StakeholderGroupTranslation, (translation) => translation.owner)
  translations?: Relation<StakeholderGroupTranslation[]>;
}

@Entity('stakeholder_group_translations')
export class StakeholderGroupTranslation extends TranslationEntity {
  @Column('text')
  name!: string;

  @ManyToOne(() => StakeholderGroup, (group) => group.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<StakeholderGroup>;
}
