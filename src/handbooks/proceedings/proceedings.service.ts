import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { Forbidden, Invalid } from '../../core/errors/refusal';
import { Language } from '../../core/i18n/language';
import type { Locale } from '../../core/i18n/locales';
import { CHAPTER_LIMIT } from '../chapter.entity';
import { HandbookAccess, type HandbookRow } from '../handbook.access';
import { Chapters } from '../writing/chapters.service';
import { GatheredConclusions, type RoomOffered } from './gathered-conclusions.service';
import type { Chosen } from './gathering.schema';
import { contributorsOf, gatheredBody, type GatheredPost } from './gathered-body';
import { PollResults } from '../../rooms/polls/poll-results.service';

/** A thread that can be taken into the proceedings. */
export interface ThreadOffered {
  id: string;
  title: string;
  locale: Locale;
  posts: number;
  lastPostAt: Date;
  room: { id: string; slug: string; name: string; locale: Locale };
  /** It stands in a chapter already. */
  taken: boolean;
}

/** What was said in public is anybody's to read, with the names under which it was said. */
const OFFERED = `
  from threads thread join rooms room on room.id = thread.room_id
  where room.visibility = 'public' and thread.last_number > 0
    and (room.partnership_id = $1
      or room.platform_id in (select id from platforms where partnership_id = $1))`;

/** Volumes of what was said: threads of the public rooms of a partnership become chapters, in the order of talking. */
@Injectable()
export class Proceedings {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: HandbookAccess,
    private readonly chapters: Chapters,
    private readonly conclusions: GatheredConclusions,
    private readonly results: PollResults,
  ) {}

  /** @throws NotFound, Forbidden also for books that are no proceedings */
  async offered(
    actor: Actor,
    slug: string,
  ): Promise<{ handbook: HandbookRow; threads: ThreadOffered[]; rooms: RoomOffered[] }> {
    const handbook = await this.volume(actor, slug);
    const threads = await this.database.query<ThreadOffered[]>(
      `select thread.id, thread.title, thread.locale, thread.last_number as posts,
         thread.last_post_at as "lastPostAt",
         json_build_object('id', room.id, 'slug', room.slug, 'name', room.name, 'locale', room.locale) as room,
         exists (select from chapters where chapters.handbook_id = $2
           and chapters.body like '%](/threads/' || thread.id || '%') as taken
       ${OFFERED} order by room.name, thread.opened_at`,
      [handbook.partnershipId, handbook.id],
    );
    return { handbook, threads, rooms: await this.conclusions.offered(handbook) };
  }

  /**
   * Each thread becomes a chapter, a draft that can be shortened; posts keep their words and their language, and lead
   * back to where they stand. The conclusions of each room become one, with those who spoke for them.
   * @returns how many chapters were made
   * @throws Invalid for what is not offered, or longer than a chapter may be
   */
  async gather(actor: Actor, slug: string, { threads: threadIds, rooms }: Chosen): Promise<number> {
    const handbook = await this.volume(actor, slug);
    const concluded = await this.conclusions.chaptersOf(handbook, rooms);
    return this.transactions.run(async (tx) => {
      const threads = await tx.query<{ id: string; title: string; locale: Locale }[]>(
        `select thread.id, thread.title, thread.locale ${OFFERED} and thread.id = any($2::uuid[])
         order by thread.opened_at`,
        [handbook.partnershipId, threadIds],
      );
      if (threads.length < new Set(threadIds).size)
        throw Invalid.field('threads', 'handbooks:gathering.unknown');
      for (const thread of threads) await this.chapterOf(tx, actor, handbook, thread);
      for (const chapter of concluded) await this.chapters.insert(tx, actor, handbook, chapter);
      return threads.length + concluded.length;
    });
  }

  private async chapterOf(
    tx: EntityManager,
    actor: Actor,
    handbook: HandbookRow,
    { id, title, locale }: { id: string; title: string; locale: Locale },
  ): Promise<void> {
    const language = Language.of(locale);
    const posts = await postsOf(tx, id);
    const ids = posts.map((post) => post.id);
    const votes = await this.results.of(tx, 'post', ids, [locale]);
    const body = gatheredBody(posts, id, language, votes);
    if (body.length > CHAPTER_LIMIT)
      throw Invalid.field('threads', 'handbooks:gathering.too_long', { title });
    const lead = contributorsOf(posts, language).slice(0, 400) || null;
    await this.chapters.insert(tx, actor, handbook, {
      below: null,
      locale,
      title,
      lead,
      body,
      numbered: true,
    });
  }

  private async volume(actor: Actor, slug: string): Promise<HandbookRow> {
    const handbook = await this.access.to(actor, 'edit', slug);
    if (handbook.kind !== 'proceedings') throw new Forbidden('handbooks:gathering.no_proceedings');
    return handbook;
  }
}

const postsOf = (tx: EntityManager, threadId: string): Promise<GatheredPost[]> =>
  tx.query(
    `select post.id, post.number, post.body, post.locale, post.published_at as "publishedAt", author.name,
       organisation.name as organisation
     from posts post join people author on author.id = post.author_id
     left join organisations organisation on organisation.id = post.organisation_id
     where post.thread_id = $1 and post.withdrawn_at is null order by post.number`,
    [threadId],
  );
