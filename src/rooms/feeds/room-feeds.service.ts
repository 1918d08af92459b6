import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config';
import { rendered } from '../../core/database/rendered';
import { NotFound } from '../../core/errors/refusal';
import { KeptPages } from '../../core/http/kept-pages.service';
import type { FundingNotice, KeptPage } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { LOCALES } from '../../core/i18n/locales';
import { RoomFrames } from '../room-frames.service';
import type { Room } from '../room.entity';
import { roomPath, threadPath } from '../room-paths';
import { Rooms } from '../rooms.service';
import { Threads } from '../threads/threads.service';
import { writeAtom, type AtomFeed } from './atom';
import { feedPath } from './feed-link';
import { newsEntry } from './news-entry';
import type { Turn } from './news-pages';
import { RoomNews, type NewsPage } from './room-news.service';

const TYPE = 'application/atom+xml; charset=utf-8';
type Head = Pick<AtomFeed, 'id' | 'title' | 'subtitle' | 'rights'> & {
  path: string;
  self: string;
  since: Date;
  turn: Turn;
};

/** Feeds of public rooms, written once and kept until something happens there. */
@Injectable()
export class RoomFeeds {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly news: RoomNews,
    private readonly frames: RoomFrames,
    private readonly kept: KeptPages,
    private readonly config: Config,
  ) {}

  async ofRoom(reader: Reader, key: string, turn: Turn): Promise<KeptPage> {
    const room = await this.rooms.find(reader.actor, key);
    const path = roomPath(room.slug);
    const self = feedPath(path);
    return this.keep(reader, pagePath(self, turn), room, async (rights) => {
      const title = rendered(room, (row) => row.name, reader.locales)!;
      const about = rendered(room, (row) => row.description, reader.locales);
      const named = { id: `urn:uuid:${room.id}`, title, ...(about && { subtitle: about }) };
      const news = await this.news.ofRooms([room.id], turn, reader.locales);
      return this.write(reader, { ...named, path, self, rights, turn, since: room.createdAt }, news);
    });
  }

  async ofThread(reader: Reader, id: string, turn: Turn): Promise<KeptPage> {
    const thread = await this.threads.find(reader.actor, id);
    const path = threadPath(thread.id);
    const self = feedPath(path);
    return this.keep(reader, pagePath(self, turn), thread.room, async (rights) => {
      const title = rendered(thread, (row) => row.title, reader.locales)!;
      const subtitle = rendered(thread.room, (row) => row.name, reader.locales)!;
      const named = { id: `urn:uuid:${thread.id}`, title, subtitle };
      const news = await this.news.ofThread(thread, turn, reader.locales);
      return this.write(reader, { ...named, path, self, rights, turn, since: thread.openedAt }, news);
    });
  }

  async ofHub(reader: Reader, turn: Turn): Promise<KeptPage> {
    const { actor, locales, language } = reader;
    const rooms = await this.rooms.list(actor, locales);
    const self = feedPath('');
    const state = rooms.map(({ id, lastSeq }) => [id, lastSeq]);
    return this.kept.orWrite(this.address(reader, pagePath(self, turn)), state, async () => {
      const title = {
        text: `${language.t('ui:hub')}: ${language.t('rooms:title')}`,
        locale: language.locale,
      };
      const ids = rooms.map((room) => room.id);
      const news = await this.news.ofRooms(ids, turn, locales);
      const named = { id: `${this.config.baseUrl}/`, title, rights: [] };
      const head = { ...named, path: '/rooms', self, turn, since: new Date(0) };
      return { text: this.write(reader, head, news), type: TYPE };
    });
  }

  /** What hidden hands change, such as the wording of a grant, changes the state too. */
  private async keep(
    reader: Reader,
    path: string,
    room: Room,
    write: (rights: AtomFeed['rights']) => Promise<string>,
  ): Promise<KeptPage> {
    if (room.visibility !== 'public') throw new NotFound();
    const { options } = await this.frames.of(reader, room);
    const funding = options.funding ?? [];
    return this.kept.orWrite(this.address(reader, path), [room, funding], async () => ({
      text: await write(funding.flatMap(wording)),
      type: TYPE,
    }));
  }

  private write(reader: Reader, head: Head, { items, newer, older }: NewsPage): string {
    const { path, self, turn, since, ...told } = head;
    const { baseUrl: base } = this.config;
    const { language } = reader;
    const page = (path: string) => this.address(reader, path);
    const entries = items.map((item) =>
      newsEntry(item, language, { page, file: (path) => `${base}${path}` }),
    );
    const updated =
      entries
        .map((entry) => entry.updated)
        .sort()
        .at(-1) ?? since.toISOString();
    const others = LOCALES.filter((locale) => locale !== language.locale);
    const here = pagePath(self, turn);
    return writeAtom({
      ...told,
      ...{ base, locale: language.locale, page: page(path), self: page(here), updated, entries },
      pages: [
        { rel: 'first' as const, address: page(self) },
        ...(newer ? [{ rel: 'previous' as const, address: page(pagePath(self, { after: newer })) }] : []),
        ...(older ? [{ rel: 'next' as const, address: page(pagePath(self, { before: older })) }] : []),
      ],
      others: others.map((locale) => ({ locale, address: `${base}/${locale}${here}` })),
    });
  }

  private address({ language }: Reader, path: string): string {
    return `${this.config.baseUrl}/${language.locale}${path}`;
  }
}

/** Where a page of a feed lives. */
function pagePath(feed: string, { before, after }: Turn): string {
  if (before !== undefined) return `${feed}?before=${encodeURIComponent(before)}`;
  return after === undefined ? feed : `${feed}?after=${encodeURIComponent(after)}`;
}

/** The wording of a grant goes wherever the words of its partnership go. */
function wording({ statement, disclaimer, lang }: FundingNotice): AtomFeed['rights'] {
  const text = [statement, disclaimer].filter(Boolean).join(' ');
  return text ? [{ text, locale: lang }] : [];
}
