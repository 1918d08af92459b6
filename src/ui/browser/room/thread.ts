import { chooseAnnouncements } from './announcements';
import { rememberSelection } from './concluding';
import { Composer, showComposer } from './composer';
import { Connection } from './connection';
import { counted, data, fill } from './data';
import { callsMe } from './mentions';
import { Feed } from './feed';
import { swap } from './lists';
import { Log } from './log';
import { walkByKeys } from './keys';
import { openActionsInPlace } from './more';
import { hearOfMoves } from './moving';
import { keepUnreadLine } from './unread-line';
import { Outbox } from './outbox';
import { Polls } from './polls';
import { turnPagesInPlace } from './paging';
import { forgetReactions, reactInPlace, showReaction } from './reactions';
import { Reading } from './reading';
import { slot } from './slots';
import { Status } from './status';
import { Table } from './table';
import { Typing } from './typing';
import { readEntries, type Entry, type Post, type Thread } from './wire';

/** What everybody asks for is not asked for by everybody at once. Milliseconds. */
const SPREAD = 1500;

/** Puts the parts of a live thread together. */
export function liveThread(): void {
  const status = new Status();
  const table = new Table();
  const typing = new Typing();
  const reading = new Reading((number) => {
    log.seen(number);
    return data.person === null || connection.tell('thread:read', { thread: data.thread, number });
  });
  const polls = new Polls(
    (change) => log.quietly(change),
    () => table.readers,
  );
  const watch = (article: HTMLElement) => {
    forgetReactions(article);
    reading.watch(article);
    polls.arrived(article);
  };
  const log = new Log(watch);
  document.querySelectorAll<HTMLElement>('article.post[data-post]').forEach(watch);

  const writable = document.getElementById('write') !== null;
  const outbox = writable && data.person ? new Outbox(() => void feed.catchUp()) : undefined;
  const feed = new Feed(
    { epoch: data.epoch, last: data.last },
    {
      apply: (entry) => {
        applyEntry(entry, showPost, () => void log.renew());
        polls.hear(entry);
        hearOfMoves(entry, { anew: () => feed.anew(), say: status.say });
      },
      read: (after) => readEntries(data.room, after, data.locale),
      startOver: () => log.renew(log.endInView() ? undefined : log.here),
    },
  );
  function showPost(post: Post, isNew: boolean): void {
    const mine = outbox?.has(post.clientId) ?? false;
    typing.stopped(post.author.id);
    document.querySelector(`[data-held="${post.clientId}"]`)?.remove();
    log.show(post, mine, () => outbox?.arrived(post.clientId));
    if (log.tellsMentions && isNew && callsMe(post.html)) status.say(spoken(post));
  }

  const connection = new Connection(feed, {
    presence: (presence) => table.show(presence),
    typing: (person, thread) => thread === data.thread && typing.heard(person),
    read: ({ thread, number }) => {
      if (thread !== data.thread || number === undefined) return;
      reading.known(number);
      log.seen(number);
    },
    joined: () => {
      status.joined();
      reading.soon();
      void outbox?.flush();
    },
    lost: () => status.lost(),
    refused: (message) => status.gone(message),
  });
  if (outbox)
    new Composer(
      (unsent) => outbox.send(unsent),
      () => connection.tell('room:typing', { room: data.room, thread: data.thread }),
    );
  reactInPlace(status.say);
  keepUnreadLine();
  turnPagesInPlace(log, watch, status.say);
  if (data.canKeep) rememberSelection();
  openActionsInPlace();
  walkByKeys();
  chooseAnnouncements((voice) => log.announce(voice));
}

/** What the head of the page says. */
const STANDING = ['thread.resolved', 'thread.unresolved', 'thread.themed'];

/** A post that calls the reader, as it is read out to who wants to hear of no other. */
function spoken({ author, html }: Post): string {
  const words = new DOMParser().parseFromString(html, 'text/html').body.textContent;
  return `${fill(data.words.mentioned, { name: author.name })} ${words}`;
}

/** What one entry changes on the page. Those of other threads change nothing here, and neither do posts that have left. */
function applyEntry(entry: Entry, showPost: (post: Post, isNew: boolean) => void, renew: () => void): void {
  if (entry.name === 'room.pace_set') setTimeout(() => void swap('pace'), Math.random() * SPREAD);
  if (entry.threadId !== data.thread) return;
  if (entry.post?.threadId === data.thread) showPost(entry.post, entry.name === 'post.published');
  if (entry.name.startsWith('reaction.')) showReaction(entry);
  if (entry.thread) showThread(entry.thread);
  if (entry.name === 'thread.closed' || entry.name === 'thread.reopened') {
    showComposer(entry.name === 'thread.reopened');
    void swap('closed-reason');
    renew();
  }
  if (STANDING.includes(entry.name)) void swap('marks', 'resolution', 'managing');
  if (entry.name.startsWith('conclusion.')) void swap('companions');
}

function showThread({ original, postCount, ...translated }: Thread): void {
  const { title, locale } = data.reading.length > 0 ? translated : original;
  const heading = document.querySelector('h1')!;
  if (heading.textContent !== title) {
    document.title = document.title.replace(heading.textContent, title);
    heading.textContent = title;
    heading.lang = locale;
  }
  const posts = slot('posts');
  if (posts) posts.textContent = counted(data.words.posts, postCount);
}
