import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { LOCALES, type Locale } from '../../core/i18n/locales';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { ENTRIES_LIMIT, type EntryView } from './entry.schema';
import { RoomFeed } from './room-feed.service';

/** Pokes can be lost; nothing is late by more than this. Milliseconds. */
const SWEEP = 1000;

interface Tracked {
  /** Number of the last entry that this process has sent to its sockets. */
  sent: number;
  running: boolean;
  poked: boolean;
}

/** The socket.io room of those who follow a room in one language. */
export const channel = (roomId: string, locale: Locale): string => `room:${roomId}:${locale}`;

/**
 * Poke, then pull: reads what is new in a room from the database, in order, and sends it to this
 * process's own sockets, rendered once per language (DESIGN §6.3).
 */
@Injectable()
export class Delivery implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Delivery');
  private readonly rooms = new Map<string, Tracked>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly sockets: Sockets,
    private readonly feed: RoomFeed,
  ) {}

  onApplicationBootstrap(): void {
    this.sockets.onPoke((roomId) => void this.deliver(roomId));
    this.timer = setInterval(() => void this.sweep(), SWEEP);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** From now on everything after `seq` is sent. Called before a socket joins the channel. */
  async follow(roomId: string): Promise<void> {
    if (this.rooms.has(roomId)) return;
    const sent = await this.feed.lastSeq(roomId);
    if (!this.rooms.has(roomId)) this.rooms.set(roomId, { sent, running: false, poked: false });
  }

  /** One delivery per room at a time, so that the order holds; a poke meanwhile starts another round. */
  private async deliver(roomId: string): Promise<void> {
    const room = this.rooms.get(roomId);
    if (!room) return;
    if (room.running) {
      room.poked = true;
      return;
    }
    room.running = true;
    try {
      do {
        room.poked = false;
        while ((await this.send(roomId, room)) === ENTRIES_LIMIT);
      } while (room.poked);
    } catch (error) {
      this.log.warn(`A delivery waits for the next sweep: ${(error as Error).message}`);
    } finally {
      room.running = false;
    }
  }

  private async send(roomId: string, room: Tracked): Promise<number> {
    const locales = LOCALES.filter((locale) => this.listeners(roomId, locale) > 0);
    if (locales.length === 0) {
      this.rooms.delete(roomId);
      return 0;
    }
    const epoch = await this.feed.currentEpoch();
    const told = await this.feed.entriesIn(roomId, room.sent, ENTRIES_LIMIT, locales);
    const entries = upToEdited(told.get(locales[0]!)!);
    if (entries.length === 0) return 0;
    for (const [locale, all] of told) {
      this.sockets.server.local
        .to(channel(roomId, locale))
        .emit('room:entries', { room: roomId, epoch, entries: all.slice(0, entries.length) });
    }
    room.sent = entries.at(-1)!.seq;
    if (entries.some(({ name }) => name === 'room.edited')) this.askAgain(roomId);
    return entries.length;
  }

  /** Who may read may have changed: whoever listens here comes back and is asked again. */
  private askAgain(roomId: string): void {
    this.sockets.server.local.in(LOCALES.map((locale) => channel(roomId, locale))).disconnectSockets(true);
  }

  private listeners(roomId: string, locale: Locale): number {
    return this.sockets.server.of('/').adapter.rooms.get(channel(roomId, locale))?.size ?? 0;
  }

  private async sweep(): Promise<void> {
    if (this.rooms.size === 0) return;
    try {
      for (const [roomId, seq] of await this.feed.lastSeqs([...this.rooms.keys()])) {
        if (seq > (this.rooms.get(roomId)?.sent ?? seq)) void this.deliver(roomId);
      }
    } catch (error) {
      this.log.warn(`The sweep could not read: ${(error as Error).message}`);
    }
  }
}

/** What comes after a change of the room is for those who may read it then. */
function upToEdited(entries: EntryView[]): EntryView[] {
  const edited = entries.findIndex(({ name }) => name === 'room.edited');
  return edited < 0 ? entries : entries.slice(0, edited + 1);
}
