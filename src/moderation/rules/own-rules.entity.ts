import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../../core/database/translation';

/** What a partnership asks of those who write in its rooms, beside the rules of the hub. */
@Entity('own_rules')
export class OwnRules extends TranslatableEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'partnership_id' })
  partnershipId!: string;

  @Column('text')
  body!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  /** Since when they no longer hold; null: they do. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;

  @OneToMany(() => OwnRulesTranslation, (translation) => translation.owner)
  translations?: Relation<OwnRulesTranslation[]>;
}

@Entity('own_rules_translations')
export class OwnRulesTranslation extends TranslationEntity {
  @Column('text')
  body!: string;

  @ManyToOne(() => OwnRules, (rules) => rules.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<OwnRules>;
}
