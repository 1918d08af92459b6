import { Forbidden, Invalid, type Refusal } from '../../core/errors/refusal';

/** What a function finds wrong once it holds the room's lock. */
const WRONG: Record<string, () => Refusal> = {
  posts_in_open_room: () => new Forbidden('rooms:refusal.room_archived'),
  posts_in_open_thread: () => new Forbidden('rooms:refusal.thread_closed'),
  reactions_on_words: () => new Forbidden('rooms:refusal.post_withdrawn'),
  posts_answer_in_thread: () => Invalid.field('replyToId', 'errors:field.id'),
};

/** @throws the refusal behind what the function raised */
export function refuse(error: Error & { constraint?: string }): never {
  throw WRONG[error.constraint ?? '']?.() ?? error;
}
