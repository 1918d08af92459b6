import { Injectable } from '@nestjs/common';
import type { Entry } from '../core/journal/entry';
import { Now } from '../core/journal/reactions';
import { LOCALES } from '../core/i18n/locales';
import { Sockets } from '../core/realtime/sockets.gateway';
import { channel } from './live/delivery.service';
import { ROOM_ENTRIES } from './rooms.entries';

/** What follows when something happens in a room. */
@Injectable()
export class RoomsReactions {
  constructor(private readonly sockets: Sockets) {}

  @Now(...ROOM_ENTRIES)
  poke(entry: Entry): void {
    this.sockets.poke(entry.scope.id);
  }

  /** Who may read may have changed: everybody is asked again on coming back. */
  @Now('room.edited')
  ask(entry: Entry): void {
    this.sockets.server.in(LOCALES.map((locale) => channel(entry.scope.id, locale))).disconnectSockets(true);
  }

  @Now('room.guest_invited', 'room.guest_removed')
  reopen(entry: Entry<'room.guest_invited' | 'room.guest_removed'>): void {
    this.sockets.closePerson(entry.data.personId);
  }
}
