import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { LOCALES } from '../../core/i18n/locales';
import type { SocketData } from '../../core/realtime/socket.adapter';
import { Sockets } from '../../core/realtime/sockets.gateway';
import { channel } from './delivery.service';

/** Milliseconds that arrivals and departures are gathered before they are told. */
const PAUSE = 250;
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
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly sockets: Sockets) {}

  async of(roomId: string): Promise<Presence> {
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
      void this.of(roomId).then((presence) => {
        this.sockets.server
          .to(channelsOf(roomId))
          .volatile.emit('room:presence', { room: roomId, ...presence });
      });
    };
    this.waiting.set(roomId, setTimeout(tell, PAUSE));
  }

  onApplicationShutdown(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }
}
