import { Injectable } from '@nestjs/common';
import type { Fact } from '../core/journal/entry';
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
  poke(fact: Fact): void {
    this.sockets.poke(fact.scope.id);
  }

  /** Who may read may have changed: everybody is asked again on coming back. */
  @Now('room.edited')
  ask(fact: Fact): void {
    this.sockets.server.in(LOCALES.map((locale) => channel(fact.scope.id, locale))).disconnectSockets(true);
  }

  @Now('room.guest_invited', 'room.guest_removed')
  reopen(fact: Fact<'room.guest_invited' | 'room.guest_removed'>): void {
    this.sockets.closePerson(fact.data.personId);
  }
}
