import { data } from './data';
import { draftName } from './draft';
import { keep, kept } from './kept';
import { readPage, type Entry } from './wire';
import type { Unsent } from './outbox';
import { slot } from './slots';
import type { LocalDraft } from './written';

interface Around {
  /** Shows the posts as they stand now. */
  anew: () => void;
  /** Says something in the line below the posts. */
  say: (words: string, lasting?: boolean) => void;
}

/** What follows on this page when posts, or the whole thread, go to another place. What is typed stays. */
export function hearOfMoves(entry: Entry, { anew, say }: Around): void {
  const { name, threadId, toThreadId, toRoomId } = entry;
  const here = threadId === data.thread;
  if (name === 'thread.moved' && here && toRoomId && toRoomId !== data.room) void leave(say);
  else if (name === 'thread.merged' && here && toThreadId) follow(toThreadId);
  else if ((name === 'thread.split' && here) || (toThreadId === data.thread && toThreadId)) {
    anew();
    say(name === 'thread.split' && here ? data.words.split : data.words.merged);
  }
}

/** The thread stands in another room now: who may go on reading there is shown the way. */
async function leave(say: Around['say']): Promise<void> {
  const writing = slot('writing');
  if (writing) writing.hidden = true;
  say(data.words.moved, true);
  const address = `${data.base}/threads/${data.thread}`;
  const readable = await readPage(address).catch(() => undefined);
  const line = slot('connection');
  if (!readable || !line) return;
  const link = document.createElement('a');
  link.href = address;
  link.textContent = data.words.movedThere;
  line.append(' ', link);
}

/** All posts went to another thread: so does the reader, with what she has written and not sent. */
function follow(thread: string): void {
  const typed = kept<LocalDraft>(draftName(data.thread));
  if (typed?.body) {
    const there = kept<LocalDraft>(draftName(thread));
    const body = [there?.body, typed.body].filter(Boolean).join('\n\n');
    keep(draftName(thread), { ...typed, body, replyTo: null, revision: there?.revision, unsaved: true });
  }
  const outbox = `outbox ${data.person?.id} `;
  const unsent = kept<Unsent[]>(outbox + data.thread) ?? [];
  if (unsent.length > 0) keep(outbox + thread, [...(kept<Unsent[]>(outbox + thread) ?? []), ...unsent]);
  for (const name of [draftName(data.thread), outbox + data.thread]) keep(name, undefined);
  location.assign(`${data.base}/threads/${thread}`);
}
