import { MustWait } from '../newcomers/must-wait';
import { Forbidden, Invalid, TooSoon, type Refusal } from '../../core/errors/refusal';

/** What a function finds wrong once it holds the room's lock. */
const WRONG: Record<string, (detail: string) => Refusal> = {
  posts_in_open_room: () => new Forbidden('rooms:refusal.room_archived'),
  posts_in_open_thread: () => new Forbidden('rooms:refusal.thread_closed'),
  reactions_on_words: () => new Forbidden('rooms:refusal.post_withdrawn'),
  posts_answer_in_thread: () => Invalid.field('replyToId', 'errors:field.id'),
  posts_of_newcomer: () => new MustWait(),
  posts_in_pace: (seconds) =>
    new TooSoon('rooms:refusal.too_soon', Number(seconds), { count: Math.ceil(Number(seconds) / 60) }),
};

/** @throws the refusal behind what the function raised */
export function refuse(error: Error & { constraint?: string; detail?: string }): never {
  throw WRONG[error.constraint ?? '']?.(error.detail ?? '') ?? error;
}
