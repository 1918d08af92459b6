import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config';
import { rendered } from '../../core/database/rendered';
import { NotFound } from '../../core/errors/refusal';
import { KeptPages, type WrittenDocument } from '../../core/http/kept-pages.service';
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
import { RoomNews, type NewsItem } from './room-news.service';

const TYPE = 'application/atom+xml; charset=utf-8';
/** Rooms that the feed of the hub looks into: those where something was said last. */
const ROOMS = 30;

type Head = Pick<AtomFeed, 'id' | 'title' | 'subtitle' | 'rights'> & { path: string; since: Date };

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

  async ofRoom(reader: Reader, key: string): Promise<KeptPage> {
    const room = await this.rooms.find(reader.actor, key);
    const path = roomPath(room.slug);
    return this.keep(reader, path, room, async (rights) => {
      const name = rendered(room, (row) => row.name, reader.locales)!;
      const about = rendered(room, (row) => row.description, reader.locales);
      const head = { id: `urn:uuid:${room.id}`, title: name, path, rights, since: room.createdAt };
      const items = await this.news.ofRooms([room.id], reader.locales);
      return this.write(reader, { ...head, ...(about && { subtitle: about }) }, items);
    });
  }

  async ofThread(reader: Reader, id: string): Promise<KeptPage> {
    const thread = await this.threads.find(reader.actor, id);
    const path = threadPath(thread.id);
    return this.keep(reader, path, thread.room, async (rights) => {
      const title = rendered(thread, (row) => row.title, reader.locales)!;
      const subtitle = rendered(thread.room, (row) => row.name, reader.locales)!;
      const head = { id: `urn:uuid:${thread.id}`, title, subtitle, path, rights, since: thread.openedAt };
      return this.write(reader, head, await this.news.ofThread(thread, reader.locales));
    });
  }

  async ofHub(reader: Reader): Promise<KeptPage> {
    const { actor, locales, language } = reader;
    const rooms = (await this.rooms.list(actor, locales)).slice(0, ROOMS);
    return this.kept.orWrite(this.address(reader, feedPath('')), rooms, async () => {
      const title = {
        text: `${language.t('ui:hub')}: ${language.t('rooms:title')}`,
        locale: language.locale,
      };
      const items = await this.news.ofRooms(
        rooms.map((room) => room.id),
        locales,
      );
      const since = new Date(0);
      const head = { id: `${this.config.baseUrl}/`, title, path: '/rooms', rights: [], since };
      return { text: this.write(reader, head, items, feedPath('')), type: TYPE };
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
    return this.kept.orWrite(this.address(reader, feedPath(path)), [room, funding], async () => {
      const changedAt = await this.news.changedAt(room.id, Number(room.lastSeq));
      const written: WrittenDocument = { text: await write(funding.flatMap(wording)), type: TYPE };
      return { ...written, ...(changedAt && { changedAt }) };
    });
  }

  private write(reader: Reader, head: Head, items: NewsItem[], self = feedPath(head.path)): string {
    const { path, since, ...told } = head;
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
    return writeAtom({
      ...told,
      ...{ base, locale: language.locale, page: page(path), self: page(self), updated, entries },
      others: others.map((locale) => ({ locale, address: `${base}/${locale}${self}` })),
    });
  }

  private address({ language }: Reader, path: string): string {
    return `${this.config.baseUrl}/${language.locale}${path}`;
  }
}

/** The wording of a grant goes wherever the words of its partnership go. */
function wording({ statement, disclaimer, lang }: FundingNotice): AtomFeed['rights'] {
  const text = [statement, disclaimer].filter(Boolean).join(' ');
  return text ? [{ text, locale: lang }] : [];
}
