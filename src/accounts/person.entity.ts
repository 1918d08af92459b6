import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '../core/i18n/locales';

/** Somebody with an account. What she may do stands in the grants. */
@Entity('people')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('citext', { unique: true })
  email!: string;

  @Column('text')
  name!: string;

  /** argon2id; null until a password was chosen. */
  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash!: string | null;

  /** Language of the interface and of mails. */
  @Column('text')
  locale!: Locale;

  /** Content languages in order of wish. */
  @Column('text', { name: 'reading_locales', array: true, default: '{}' })
  readingLocales!: Locale[];

  /** Wants no translations. */
  @Column('boolean', { name: 'originals_only', default: false })
  originalsOnly!: boolean;

  /** Follows threads that she writes in. */
  @Column('boolean', { name: 'follows_when_writing', default: true })
  followsWhenWriting!: boolean;

  @Column('text', { name: 'time_zone', default: 'Europe/Brussels' })
  timeZone!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** When the e-mail address was proven. */
  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  /** Where she was going when she signed up; forgotten once she is there. */
  @Column('text', { name: 'next_path', nullable: true, select: false })
  nextPath!: string | null;

  @Column('boolean', { default: false })
  demo!: boolean;

  @Column('int', { default: 1 })
  revision!: number;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;
}
