import { Column, Entity, PrimaryColumn } from 'typeorm';
import { TranslatableEntity } from '../../core/database/translation';

/** What somebody said. Key: (room, id). Its number gives its place in the thread, its seq in the room. */
@Entity('posts')
export class Post extends TranslatableEntity {
  @PrimaryColumn('uuid', { default: () => 'gen_random_uuid()' })
  id!: string;

  @PrimaryColumn('uuid', { name: 'room_id' })
  roomId!: string;

  @Column('uuid', { name: 'thread_id' })
  threadId!: string;

  @Column('int')
  number!: number;

  @Column('bigint')
  seq!: string;

  @Column('uuid', { name: 'author_id' })
  authorId!: string;

  /** Whom the author spoke for when writing. */
  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'client_id' })
  clientId!: string;

  /** Markdown as written. */
  @Column('text')
  body!: string;

  /** Rendered once, at writing. */
  @Column('text')
  html!: string;

  @Column('uuid', { name: 'reply_to_id', nullable: true })
  replyToId!: string | null;

  @Column('timestamptz', { name: 'published_at', default: () => 'clock_timestamp()' })
  publishedAt!: Date;

  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  /** By a moderator. */
  @Column('timestamptz', { name: 'hidden_at', nullable: true })
  hiddenAt!: Date | null;

  /** The post that stood in this place. */
  @Column('uuid', { name: 'moved_to_id', nullable: true })
  movedToId!: string | null;

  @Column('uuid', { name: 'moved_to_thread_id', nullable: true })
  movedToThreadId!: string | null;

  @Column('int', { name: 'moved_to_number', nullable: true })
  movedToNumber!: number | null;

  @Column('uuid', { name: 'poll_id', nullable: true })
  pollId!: string | null;
}
