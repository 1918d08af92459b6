import { Column, Entity, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { Locale } from '../../core/i18n/locales';
import { Platform } from '../platform.entity';

export type InvitationState = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** How long the link in the mail works. */
export const INVITATION_DAYS = 30;

/** A seat kept for one e-mail address, until it is taken, turned down, withdrawn or too old. */
@Entity('invitations')
export class Invitation {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'platform_id' })
  platformId!: string;

  @Column('citext')
  email!: string;

  /** Language of the mail. */
  @Column('text')
  locale!: Locale;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'stakeholder_group_id' })
  groupId!: string;

  /** Personal words of the one who invites. */
  @Column('text', { nullable: true })
  message!: string | null;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  /** Of the token in the mail; the token itself is stored nowhere. Null until the mail is written. */
  @Column('bytea', { nullable: true, unique: true, select: false })
  hash!: Buffer | null;

  @Column('text', { default: 'open' })
  state!: InvitationState;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @ManyToOne(() => Platform, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'platform_id' })
  platform!: Relation<Platform>;
}

/** How the invitation stands today: an open one that is too old has expired. */
export type InvitationStanding = InvitationState | 'expired';

export function standingOf({
  state,
  expiresAt,
}: Pick<Invitation, 'state' | 'expiresAt'>): InvitationStanding {
  return state === 'open' && expiresAt.getTime() <= Date.now() ? 'expired' : state;
}
