import { Column, Entity, JoinColumn, ManyToOne, OneToMany, type Relation } from 'typeorm';
import { TranslationEntity } from '../../core/database/translation';
import type { LinkKind } from '../practice-facts';
import { PracticeRow } from './practice-row.entity';

/** A page or a document that tells more. */
@Entity('practice_links')
export class PracticeLink extends PracticeRow {
  @Column('text')
  kind!: LinkKind;

  @Column('text')
  address!: string;

  @Column('text')
  label!: string;

  /** Language of what it leads to; any two or three letters of BCP 47. */
  @Column('text')
  language!: string;

  /** Whether people with disabilities can read it. */
  @Column('boolean')
  accessible!: boolean;

  @OneToMany(() => PracticeLinkTranslation, (translation) => translation.owner)
  translations?: Relation<PracticeLinkTranslation[]>;
}

@Entity('practice_link_translations')
export class PracticeLinkTranslation extends TranslationEntity {
  @Column('text')
  label!: string;

  @ManyToOne(() => PracticeLink, (link) => link.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<PracticeLink>;
}
