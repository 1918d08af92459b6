import { Injectable } from '@nestjs/common';
import { LOCALES } from '../core/i18n/locales';
import type { SocketData } from '../core/realtime/socket.adapter';
import { Sockets } from '../core/realtime/sockets.gateway';
import { channel } from './delivery.service';

/** Milliseconds that arrivals and departures are gathered before they are told. */
const PAUSE = 250;
/** More names than this are only counted. */
const NAMES = 30;

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
export class PresenceBoard {
  private readonly waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly sockets: Sockets) {}

  async of(roomId: string): Promise<Presence> {
    const channels = LOCALES.map((locale) => channel(roomId, locale));
    const found = await this.sockets.server.in(channels).fetchSockets();
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

  /** Tells the room who is there, soon. */
  changed(roomId: string): void {
    if (this.waiting.has(roomId)) return;
    const tell = () => {
      this.waiting.delete(roomId);
      void this.of(roomId).then((presence) => {
        const channels = LOCALES.map((locale) => channel(roomId, locale));
        this.sockets.server.to(channels).volatile.emit('room:presence', { room: roomId, ...presence });
      });
    };
    this.waiting.set(roomId, setTimeout(tell, PAUSE));
  }

  stop(): void {
    for (const timer of this.waiting.values()) clearTimeout(timer);
  }
}
