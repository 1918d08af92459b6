import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TranslationEntity } from '../../core/database/translation';
import type { OrganisationType } from '../../directory/organisation.entity';
import type { Part } from '../practice-facts';
import { PracticeRow } from './practice-row.entity';

/** Who takes part in a practice: decides, pays, delivers or benefits. */
@Entity('practice_actors')
export class PracticeActor extends PracticeRow {
  /** As it calls itself. */
  @Column('text')
  name!: string;

  /** What it is; `null` for groups of people. */
  @Column('text', { nullable: true })
  type!: OrganisationType | null;

  @Column('text')
  part!: Part;

  @Column('text')
  role!: string;

  @OneToMany(() => PracticeActorTranslation, (translation) => translation.owner)
  translations?: Relation<PracticeActorTranslation[]>;
}

@Entity('practice_actor_translations')
export class PracticeActorTranslation extends TranslationEntity {
  @Column('text')
  role!: string;

  @ManyToOne(() => PracticeActor, (actor) => actor.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<PracticeActor>;
}
