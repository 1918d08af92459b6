import { Injectable } from '@nestjs/common';
import type { Fact } from '../core/journal/entry';
import { Now } from '../core/journal/reactions';
import { Sockets } from '../core/realtime/sockets.gateway';
import { ROOM_ENTRIES } from './rooms.entries';

/** What follows when something happens in a room. */
@Injectable()
export class RoomsReactions {
  constructor(private readonly sockets: Sockets) {}

  @Now(...ROOM_ENTRIES)
  poke(fact: Fact): void {
    this.sockets.poke(fact.scope.id);
  }

  @Now('room.guest_invited', 'room.guest_removed', 'room.member_removed', 'room.member_readmitted')
  reopen(fact: Fact<'room.guest_invited' | 'room.member_removed'>): void {
    this.sockets.closePerson(fact.data.personId);
  }
}
