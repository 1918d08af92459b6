import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import type { Statement } from '../../core/database/statement';
import { NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { Locale } from '../../core/i18n/locales';
import type { PollView } from '../polls/poll.schema';
import { Polls } from '../polls/polls.service';
import { postPolicy } from '../posts/post.policy';
import type { Author, PostView, PostWindow } from '../posts/post.schema';
import type { HeldPostView } from '../newcomers/held-post.schema';
import { HeldPostViews } from '../newcomers/held-post-views.service';
import { Newcomers } from '../newcomers/newcomers.service';
import { Posts } from '../posts/posts.service';
import type { ReadPost } from '../posts/post-stretch';
import { leadOn, Merged } from '../moving/forwarding';
import { ReadingPositions } from './reading-positions.service';
import { RoomFeed } from '../live/room-feed.service';
import { resolutionOf } from '../resolving/resolution-of';
import { chosenLocales } from '../chosen-locales';
import { RoomCompanions } from '../room-companion';
import type { RoomView } from '../room.schema';
import { roomView } from '../room-views.service';
import type { Thread } from './thread.entity';
import type { ThreadView } from './thread.schema';
import { readThreads, toThread, type StandingThread, type ThreadRow } from './standing-thread';
import { threadPolicy } from './thread.policy';
import { threadView } from './thread-views';

/** A post with what this reader may do with it. */
export interface ShownPost extends ReadPost {
  can: { edit: boolean; withdraw: boolean; react: boolean; hide: boolean };
}

/** One sitting at a thread: a stretch of it, and where the room's history stood at that moment. */
export interface Sitting {
  room: RoomView;
  thread: ThreadView;
  posts: ShownPost[];
  /** How many posts stand before the first and after the last one shown. */
  earlier: number;
  later: number;
  epoch: string;
  /** Everything up to this entry is in the posts; later entries may be too. */
  lastSeq: number;
  /** The words that resolved it, if they stand. */
  resolution: PostView | undefined;
  /** Who has spoken in the thread lately, each once, in the order in which they came. */
  authors: Author[];
  /** The stakeholder groups for which the reader sits in the room. */
  groups: string[];
  /** The language that the reader wrote in last. */
  usualLocale: Locale | null;
  /** What waits for those who keep order: shown to them, and to each author her own. */
  held: HeldPostView[];
  /** What the reader writes next would wait. */
  waits: boolean;
  /** The languages that she wants the thread in, best first; none: originals only. */
  locales: Locale[];
  /** Those that stand in the posts, by their ids. */
  polls: Map<string, PollView>;
  /** For each companion of the room, whether it has anything to show. */
  companions: boolean[];
}

/** More seats than this are not drawn. */
const SEATS = 24;
/** Who has been silent for so many posts has left the table: a long thread opens as fast as a short one. */
const LATELY = 200;

const AUTHORS = `(
  select json_agg(spoken.author order by spoken.came) from (
    select min(said.came) as came, json_build_object('id', author.id, 'name', author.name, 'organisation',
      case when organisation.id is not null then json_build_object(
        'name', organisation.name, 'locale', organisation.locale, 'slug', organisation.slug) end) as author
    from (
      select author_id, min(number) as came, (array_agg(organisation_id order by number desc))[1] as organisation_id
      from posts
      where room_id = thread.room_id and thread_id = thread.id and number > thread.last_number - ${LATELY}
        and withdrawn_at is null
      group by author_id order by came limit ${SEATS}
    ) said
    join people author on author.id = said.author_id
    left join organisations organisation on organisation.id = said.organisation_id
    group by author.id, organisation.id
  ) spoken) as authors`;
const USUAL_LOCALE = `(
  select locale from posts where author_id = $1::uuid order by published_at desc limit 1) as usual_locale`;

const ORIGINALS = `(
  select originals from reading_choices
  where person_id = $1::uuid and reading_choices.room_id = thread.room_id) as originals`;

/** For which stakeholder groups the reader sits there: who calls them calls her. */
const GROUPS = `(
  select json_agg(distinct seat.stakeholder_group_id)
  from memberships seat join platforms platform on platform.id = seat.platform_id
  where seat.person_id = $1::uuid and seat.state = 'member'
    and case room.place when 'platform' then platform.id = room.platform_id
      else platform.partnership_id = room.partnership_id end) as groups`;

/** Hardly ever does anything wait. */
const HELD = `exists (
  select from held_posts held
  where held.room_id = thread.room_id and held.thread_id = thread.id and held.state = 'waiting') as held`;

interface More {
  held: boolean;
  companions: boolean[];
  groups: string[] | null;
  authors: Author[] | null;
  usual_locale: Locale | null;
  originals: boolean | null;
}

/** Opens a thread where a reader left it, and remembers how far she came. */
@Injectable()
export class ThreadReading {
  private made: Statement<ThreadRow & More> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly posts: Posts,
    private readonly feed: RoomFeed,
    private readonly positions: ReadingPositions,
    private readonly polls: Polls,
    private readonly held: HeldPostViews,
    private readonly newcomers: Newcomers,
    private readonly companions: RoomCompanions,
  ) {}

  /**
   * Without a window: around the first unread post for who has read here before, otherwise the newest.
   * @throws NotFound also when the actor may not read the room
   */
  async open(reader: Reader, threadId: string, window: PostWindow): Promise<Sitting> {
    const { actor } = reader;
    const [row] = await this.opening.run(this.database, [actor.person?.id ?? null, threadId]);
    const thread = row && toThread(row);
    if (!thread || !threadPolicy.may(actor, 'read', thread)) throw new NotFound();
    if (thread.mergedIntoId) throw new Merged(thread);
    const locales = chosenLocales(reader, row.originals);
    const posts = await this.stretch(actor, thread, window);
    const pollIds = posts.flatMap(({ pollId }) => pollId ?? []);
    const [held, waits, polls] = await Promise.all([
      actor.signedIn && row.held ? this.held.inThread(actor, thread.roomId, thread.id) : [],
      this.newcomers.wait(actor, thread.room),
      this.polls.ofPosts(actor, thread.roomId, pollIds, locales),
    ]);
    const last = posts.at(-1)?.number ?? 0;
    if (last > thread.readUpTo) await this.positions.advance(actor, thread, last);
    return {
      room: roomView(actor, thread.room, locales, { unread: 0, level: row.room_level }),
      thread: threadView(actor, thread, locales),
      posts: posts.map((post) => ({ ...post, can: this.can(actor, thread, post) })),
      earlier: (posts[0]?.number ?? 1) - 1,
      later: thread.lastNumber - last,
      epoch: await this.feed.currentEpoch(),
      lastSeq: Number(thread.room.lastSeq),
      resolution: await resolutionOf(this.database, thread),
      authors: row.authors ?? [],
      usualLocale: row.usual_locale,
      groups: row.groups ?? [],
      locales,
      polls,
      held,
      waits,
      companions: row.companions,
    };
  }

  /** Where a merged thread, or one of its posts, is read now. */
  leadOn({ thread }: Merged, number?: number): Promise<string> {
    return leadOn(this.database, thread, number);
  }

  /** A window that shows nothing, as after a mistyped address, gives way to the newest posts. */
  private async stretch(actor: Actor, thread: StandingThread, window: PostWindow): Promise<ReadPost[]> {
    const asked = [window.before, window.after, window.around].some((number) => number !== undefined);
    const unread = { around: Math.min(thread.readUpTo + 1, thread.lastNumber) };
    const posts = await this.posts.read(actor, thread, asked || thread.readUpTo === 0 ? window : unread);
    return posts.length > 0 || !asked ? posts : this.posts.read(actor, thread);
  }

  /** Made when all companions are known. */
  private get opening(): Statement<ThreadRow & More> {
    return (this.made ??= readThreads<More>('threads', 'where thread.id = $2', [
      ...[AUTHORS, USUAL_LOCALE, ORIGINALS, GROUPS, HELD],
      `${this.companions.standInThread} as companions`,
    ]));
  }

  private can(actor: Actor, { closedAt, room }: Thread, { author, withdrawnAt }: PostView) {
    return postPolicy.can(actor, {
      authorId: author.id,
      withdrawnAt: withdrawnAt ? new Date(withdrawnAt) : null,
      threadClosedAt: closedAt,
      room,
    });
  }
}
