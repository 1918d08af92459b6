import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Person } from '../../accounts/person.entity';
import { Platform } from '../platform.entity';

export type MembershipState = 'asked' | 'member' | 'declined' | 'left' | 'removed';

/** One person and one platform: where they stand with each other now. How it came so is in the journal. */
@Entity('memberships')
export class Membership {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'platform_id' })
  platformId!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** For whom the person speaks here. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'stakeholder_group_id' })
  groupId!: string;

  @Column('text')
  state!: MembershipState;

  /** What the person wrote when she asked to join. */
  @Column('text', { nullable: true })
  message!: string | null;

  /** What a host wrote when she removed the person. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'changed_at', default: () => 'clock_timestamp()' })
  changedAt!: Date;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @ManyToOne(() => Platform, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'platform_id' })
  platform!: Relation<Platform>;

  @ManyToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>;
}
