import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rendered } from '../../core/database/rendered';
import { Invalid } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import { searchInput } from '../../search/search.schema';
import { Searching } from '../../search/search.service';
import type { Option } from '../../ui/parts/choice';
import { RoomFrames } from '../room-frames.service';
import { readThreads, toThread, type StandingThread } from '../threads/standing-thread';
import type { Thread } from '../threads/thread.entity';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { whoReads } from '../way-in';
import { ThreadAddresses } from './thread-addresses.service';

/** Threads that are offered. */
const MOST_FOUND = 20;
const MOST_NEAR = 100;
const FOUND = readThreads('threads', 'where thread.id = any($2)');

/** Threads that posts can go to: those of the same room to choose from, those of all rooms to be looked for. */
@Injectable()
export class ThreadTargets {
  constructor(
    private readonly database: DataSource,
    private readonly threads: Threads,
    private readonly searching: Searching,
    private readonly addresses: ThreadAddresses,
    private readonly frames: RoomFrames,
  ) {}

  /** What was found by words or an address; without either the newest threads of the room. */
  options(reader: Reader, from: Thread, words: string): Promise<Option[]> {
    return words ? this.found(reader, from, words) : this.near(reader, from);
  }

  /**
   * The thread that stands at an address.
   * @throws Invalid for words, since they are no choice yet
   */
  async only({ actor }: Reader, words: string): Promise<string> {
    const id = await this.addresses.find(actor, words);
    if (!id) throw Invalid.field('threadId', 'rooms:problem.choose_found');
    return id;
  }

  private async near(reader: Reader, { id, roomId }: Thread): Promise<Option[]> {
    const { threads } = await this.threads.list(reader.actor, roomId, { limit: MOST_NEAR }, reader.locales);
    return threads
      .filter((thread) => thread.id !== id && thread.can.reply)
      .map((thread) => ({ value: thread.id, label: thread.title.text, lang: thread.title.locale }));
  }

  private async found(reader: Reader, from: Thread, words: string): Promise<Option[]> {
    const address = await this.addresses.find(reader.actor, words);
    const ids = address ? [address] : await this.matching(reader, words);
    const rows = await FOUND.run(this.database, [reader.actor.person?.id ?? null, ids]);
    const threads = rows
      .map(toThread)
      .filter((thread) => thread.id !== from.id && threadPolicy.may(reader.actor, 'reply', thread))
      .sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
    return this.withRooms(reader, threads);
  }

  private async matching(reader: Reader, words: string): Promise<string[]> {
    const { hits } = await this.searching.find(
      reader,
      searchInput.parse({ q: words, kind: 'thread', limit: MOST_FOUND }),
    );
    return hits.map(({ id }) => id);
  }

  /** Each with its room and who reads there. */
  private async withRooms(reader: Reader, threads: StandingThread[]): Promise<Option[]> {
    const rooms = threads.map(({ room }) => room);
    const places = await this.frames.places(reader, rooms);
    return threads.map((thread, index) => {
      const title = rendered(thread, (row) => row.title, reader.locales)!;
      const room = rendered(thread.room, (row) => row.name, reader.locales)!;
      const around = [room.text, places[index]?.name?.text, reader.language.t(whoReads(thread.room))];
      return {
        value: thread.id,
        label: title.text,
        lang: title.locale,
        hint: around.filter(Boolean).join(' · '),
      };
    });
  }
}
