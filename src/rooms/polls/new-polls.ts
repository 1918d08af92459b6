import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Journal } from '../../core/journal/journal';
import type { PostView } from '../posts/post.schema';
import type { NewPoll } from './poll.schema';

interface Place {
  roomId: string;
  pollId: string;
  locale: string;
}

/**
 * Puts a poll into a post that was published in the same transaction. When its time has passed before it was published,
 * as of a post that had to wait, it has none.
 */
export async function layPoll(
  tx: EntityManager,
  journal: Journal,
  actor: Actor,
  { id: postId, roomId, locale, threadId }: Pick<PostView, 'id' | 'roomId' | 'locale' | 'threadId'>,
  poll: NewPoll,
): Promise<void> {
  const pollId = randomUUID();
  await tx.query(
    `insert into polls (room_id, id, post_id, kind, question, locale, most, secret, closes_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when $9::timestamptz > clock_timestamp() then $9::timestamptz end)`,
    [roomId, pollId, postId, poll.kind, poll.question, locale, poll.most, poll.secret, poll.closesAt],
  );
  await tx.query('update posts set poll_id = $3 where room_id = $1 and id = $2', [roomId, postId, pollId]);
  await journal.record(tx, 'poll.opened', {
    actor,
    subject: { kind: 'poll', id: pollId },
    scope: { kind: 'room', id: roomId },
    data: { threadId, postId, pollId },
  });
  await addOptions(
    tx,
    journal,
    actor,
    { roomId, pollId, locale },
    poll.options.map((label, position) => ({ label, position })),
  );
}

/** Each is a text of its own, and an entry makes it known as one. */
export async function addOptions(
  tx: EntityManager,
  journal: Journal,
  actor: Actor,
  { roomId, pollId, locale }: Place,
  options: { label: string; position: number }[],
): Promise<void> {
  for (const { label, position } of options) {
    const id = randomUUID();
    await tx.query(
      'insert into poll_options (room_id, id, poll_id, position, label, locale) values ($1, $2, $3, $4, $5, $6)',
      [roomId, id, pollId, position, label, locale],
    );
    await journal.record(tx, 'poll_option.added', {
      actor,
      subject: { kind: 'poll_option', id },
      scope: { kind: 'room', id: roomId },
      data: { pollId },
    });
  }
}
