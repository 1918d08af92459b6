import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { Statement } from '../../core/database/statement';
import type { Locale } from '../../core/i18n/locales';
import type { EntryPage, EntryView } from './entry.schema';
import type { PostView, ReactionKind, ReactionView } from '../posts/post.schema';
import { toPost, type PostRow } from '../posts/post-views';
import { standingReactions } from '../reactions/standing-reactions';
import { pollNumbers, type PollNumbers } from '../polls/poll-numbers';
import { LIGHT_ENTRIES, type RoomEntryName } from '../rooms.entries';
import { translationsOf } from '../standing-room';
import type { ThreadRow as StandingRow } from '../threads/standing-thread';
import type { ThreadTranslation } from '../threads/thread.entity';

interface Row {
  seq: string;
  name: RoomEntryName;
  at: Date;
  actor_id: string | null;
  data: {
    threadId?: string;
    postId?: string;
    kind?: ReactionKind;
    pollId?: string;
    toThreadId?: string;
    toRoomId?: string;
    conclusionId?: string;
  };
}

type ThreadRow = Pick<
  StandingRow,
  | 'id'
  | 'title'
  | 'locale'
  | 'revision'
  | 'closed_at'
  | 'pinned_at'
  | 'resolved_at'
  | 'themes'
  | 'last_number'
  | 'translations'
>;

/** A stretch of a room's history, with what it speaks of as that stands now. */
interface Happened {
  rows: Row[];
  posts: Map<string, PostView>;
  threads: Map<string, ThreadRow>;
  /** Of the posts that somebody has reacted to. */
  reactions: Map<string, ReactionView[]>;
  /** Of the polls that somebody has voted in. */
  polls: Map<string, PollNumbers>;
}

/** Names that an entry tells of each kind: it goes to everybody in the room, each time. */
const NAMES = 10;

const isVote = ({ name }: Row): boolean => name === 'poll.voted';
const isReaction = ({ name }: Row): boolean => name.startsWith('reaction.');

const ENTRIES = new Statement<Row>(
  `select seq, name, at, actor_id, data from journal
   where scope_id = $1 and seq > $2 order by seq limit $3`,
);
const POSTS = new Statement<PostRow>(
  'select * from post_views post where post.room_id = $1 and post.id = any($2)',
);
const THREADS = new Statement<ThreadRow>(
  `select thread.id, thread.title, thread.locale, thread.revision, thread.closed_at, thread.pinned_at,
     thread.resolved_at, thread.themes, thread.last_number, ${translationsOf('thread_translations', 'thread.id', ['title'])} as translations
   from threads thread where thread.room_id = $1 and thread.id = any($2)`,
);
const LAST = new Statement<{ id: string; seq: string }>(
  'select id, last_seq as seq from rooms where id = any($1)',
);

/** The entries of a room in their order, as clients apply them. The caller has checked that the room is readable. */
@Injectable()
export class RoomFeed {
  private epoch?: string;

  constructor(private readonly database: DataSource) {}

  async after(roomId: string, seq: number, limit: number, locales: readonly Locale[]): Promise<EntryPage> {
    const [entries, lastSeq, epoch] = await Promise.all([
      this.entries(roomId, seq, limit, locales),
      this.lastSeq(roomId),
      this.currentEpoch(),
    ]);
    return { epoch, lastSeq: Math.max(lastSeq, entries.at(-1)?.seq ?? 0), entries };
  }

  async lastSeq(roomId: string): Promise<number> {
    return (await this.lastSeqs([roomId])).get(roomId) ?? 0;
  }

  async lastSeqs(roomIds: string[]): Promise<Map<string, number>> {
    const rows = await LAST.run(this.database, [roomIds]);
    return new Map(rows.map(({ id, seq }) => [id, Number(seq)]));
  }

  /** Which history the numbers belong to; another one after a restore. */
  async currentEpoch(): Promise<string> {
    this.epoch ??= (await this.database.query<[{ epoch: string }]>('select epoch from hub'))[0].epoch;
    return this.epoch;
  }

  async entries(
    roomId: string,
    after: number,
    limit: number,
    locales: readonly Locale[],
  ): Promise<EntryView[]> {
    return told(await this.read(roomId, after, limit), locales);
  }

  /** The same entries for readers of each of these languages, read once. */
  async entriesIn(
    roomId: string,
    after: number,
    limit: number,
    locales: readonly Locale[],
  ): Promise<Map<Locale, EntryView[]>> {
    const happened = await this.read(roomId, after, limit);
    return new Map(locales.map((locale) => [locale, told(happened, [locale])]));
  }

  private async read(roomId: string, after: number, limit: number): Promise<Happened> {
    const rows = await ENTRIES.run(this.database, [roomId, after, limit]);
    const whole = rows.filter((row) => !isReaction(row));
    const postIds = [...new Set(whole.flatMap(({ data }) => data.postId ?? []))];
    const threadIds = [...new Set(whole.flatMap(({ data }) => data.threadId ?? []))];
    const reacted = [...new Set(rows.filter(isReaction).flatMap(({ data }) => data.postId ?? []))];
    const voted = [...new Set(rows.filter(isVote).flatMap(({ data }) => data.pollId ?? []))];
    const [posts, threads, reactions, polls] = await Promise.all([
      postIds.length > 0 ? POSTS.run(this.database, [roomId, postIds]) : [],
      threadIds.length > 0 ? THREADS.run(this.database, [roomId, threadIds]) : [],
      standingReactions(this.database, roomId, reacted, NAMES),
      pollNumbers(this.database, roomId, voted),
    ]);
    return {
      rows,
      posts: new Map(posts.map((row) => [row.id, toPost(row)])),
      threads: new Map(threads.map((row) => [row.id, row])),
      reactions,
      polls,
    };
  }
}

function told({ rows, posts, threads, reactions, polls }: Happened, locales: readonly Locale[]): EntryView[] {
  const titles = new Map([...threads].map(([id, thread]) => [id, entryThread(thread, locales)]));
  const last = new Map(rows.filter(isReaction).map(({ data, seq }) => [data.postId!, seq]));
  const lastVote = new Map(rows.filter(isVote).map(({ data, seq }) => [data.pollId!, seq]));
  return rows.map((row) => {
    const happened = {
      seq: Number(row.seq),
      name: row.name,
      at: row.at.toISOString(),
      actorId: row.actor_id,
      threadId: row.data.threadId ?? null,
    };
    const { postId, kind } = row.data;
    if (postId && kind && isReaction(row)) {
      const standing = last.get(postId) === row.seq && { reactions: reactions.get(postId) ?? [] };
      return { ...happened, postId, kind, ...standing };
    }
    const poll = lastVote.get(row.data.pollId ?? '') === row.seq && polls.get(row.data.pollId!);
    const post = posts.get(postId ?? '');
    const thread = titles.get(row.data.threadId ?? '');
    return {
      ...happened,
      ...(LIGHT_ENTRIES.includes(row.name) ? post && { postId: post.id } : post && { post }),
      ...(thread && { thread }),
      ...named(row.data),
      ...(poll && { poll }),
    };
  });
}

const named = ({ pollId, toThreadId, toRoomId, conclusionId }: Row['data']): Partial<EntryView> => ({
  ...(pollId && { pollId }),
  ...(toThreadId && { toThreadId }),
  ...(toRoomId && { toRoomId }),
  ...(conclusionId && { conclusionId }),
});

function entryThread(row: ThreadRow, locales: readonly Locale[]): NonNullable<EntryView['thread']> {
  const translations = (row.translations ?? []) as ThreadTranslation[];
  const { text, locale } = rendered({ ...row, translations }, ({ title }) => title, locales)!;
  return {
    id: row.id,
    title: text,
    locale,
    original: { title: row.title, locale: row.locale },
    closed: row.closed_at !== null,
    pinned: row.pinned_at !== null,
    resolved: row.resolved_at !== null,
    themes: row.themes,
    postCount: row.last_number,
  };
}
