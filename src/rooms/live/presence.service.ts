import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LOCALES } from '../../core/i18n/locales';
import type { SocketData } from '../../core/realtime/socket.adapter';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { channel } from './delivery.service';

/** Milliseconds that arrivals and departures are gathered before they are told. */
const PAUSE = 250;
/** Milliseconds more for each window that has to be told. */
const PAUSE_EACH = 5;
/** So long a count holds for pages. Milliseconds. */
const MOMENT = 1000;
/** Counts that are kept at most. */
const MOST_ROOMS = 2000;
/** More names than this are only counted. */
const NAMES = 30;

const channelsOf = (roomId: string): string[] => LOCALES.map((locale) => channel(roomId, locale));

export interface Presence {
  /** People with an account, each once however many windows she has open. */
  people: { id: string; name: string }[];
  /** How many people that makes, also those not named. */
  count: number;
  /** Windows of readers without an account. */
  visitors: number;
}

/** Who is at the table of a room right now. Lives in the sockets only; nothing depends on it. */
@Injectable()
export class PresenceBoard implements OnApplicationShutdown {
  private readonly told = new Map<string, { presence: Promise<Presence>; until: number }>();
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly sockets: Sockets) {}

  /** Pages ask too, and in a full room counting takes longer than drawing: they hear what was true a moment ago. */
  of(roomId: string): Promise<Presence> {
    const told = this.told.get(roomId);
    if (told && performance.now() < told.until) return told.presence;
    const presence = this.count(roomId);
    this.told.set(roomId, { presence, until: performance.now() + MOMENT });
    if (this.told.size > MOST_ROOMS) this.told.clear();
    return presence;
  }

  private async count(roomId: string): Promise<Presence> {
    const found = await this.sockets.inside(channelsOf(roomId));
    const people = new Map<string, string>();
    let visitors = 0;
    for (const { data } of found) {
      const person = (data as SocketData).actor.person;
      if (person) people.set(person.id, person.name);
      else visitors += 1;
    }
    const named = [...people].slice(0, NAMES).map(([id, name]) => ({ id, name }));
    return { people: named, count: people.size, visitors };
  }

  /** How many people sit in each of the rooms; those with nobody are not in the map. */
  async counts(roomIds: readonly string[]): Promise<Map<string, number>> {
    if (roomIds.length === 0) return new Map();
    const found = await this.sockets.inside(roomIds.flatMap(channelsOf));
    const people = new Map<string, Set<string>>();
    for (const { data, rooms } of found) {
      const person = (data as SocketData).actor.person;
      if (!person) continue;
      for (const name of rooms) {
        const [kind, roomId] = name.split(':');
        if (kind === 'room' && roomId) people.set(roomId, (people.get(roomId) ?? new Set()).add(person.id));
      }
    }
    return new Map([...people].map(([roomId, seated]) => [roomId, seated.size]));
  }

  /** Tells the room who is there, soon. */
  changed(roomId: string): void {
    if (this.waiting.has(roomId)) return;
    const tell = () => {
      this.waiting.delete(roomId);
      void this.count(roomId).then((presence) => {
        this.told.set(roomId, { presence: Promise.resolve(presence), until: performance.now() + MOMENT });
        this.sockets.server
          .to(channelsOf(roomId))
          .volatile.emit('room:presence', { room: roomId, ...presence });
      });
    };
    this.waiting.set(roomId, setTimeout(tell, this.pause(roomId)));
  }

  /** Telling everybody of everybody grows with the square of a room: the fuller it is, the more is gathered. */
  private pause(roomId: string): number {
    const here = channelsOf(roomId).map(
      (name) => this.sockets.server.of('/').adapter.rooms.get(name)?.size ?? 0,
    );
    return Math.max(PAUSE, here.reduce((sum, size) => sum + size, 0) * PAUSE_EACH);
  }

  onApplicationShutdown(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }
}
