import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';
import { TranslatableEntity, TranslationEntity } from '../core/database/translation';

/** Whether people who can be recognised in an image agree to its being published. */
export const CONSENTS = ['yes', 'no', 'nobody'] as const;
export type Consent = (typeof CONSENTS)[number];

/** An image or a document that somebody brought. Its content never changes; what is said of it may. */
@Entity('files')
export class StoredFile extends TranslatableEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  /** Under which its bytes are kept. */
  @Column('text')
  sha256!: string;

  /** With an ending: `photo.jpg`. */
  @Column('text')
  name!: string;

  @Column('text')
  type!: string;

  @Column('int')
  size!: number;

  /** Pixels, of images. */
  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  /** What an image shows, for who does not see it. */
  @Column('text', { nullable: true })
  alt!: string | null;

  @Column('text', { nullable: true })
  credit!: string | null;

  @Column('text', { nullable: true })
  licence!: string | null;

  @Column('text', { nullable: true })
  consent!: Consent | null;

  @Column('uuid', { name: 'uploader_id', nullable: true })
  uploaderId!: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'clock_timestamp()' })
  createdAt!: Date;

  @OneToMany(() => FileTranslation, (translation) => translation.owner)
  translations?: Relation<FileTranslation[]>;
}

@Entity('file_translations')
export class FileTranslation extends TranslationEntity {
  @Column('text')
  alt!: string;

  @ManyToOne(() => StoredFile, (file) => file.translations, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'owner_id' })
  owner?: Relation<StoredFile>;
}
