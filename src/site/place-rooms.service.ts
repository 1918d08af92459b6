import { Injectable } from '@nestjs/common';
import type { Reader } from '../core/http/reader';
import { PresenceBoard } from '../rooms/live/presence.service';
import type { RowOfRoom } from '../rooms/room-row';
import { Rooms, type RoomFilter } from '../rooms/rooms.service';

/** The rooms of one place, with how many people sit in each right now. */
@Injectable()
export class RoomsOfPlace {
  constructor(
    private readonly rooms: Rooms,
    private readonly presence: PresenceBoard,
  ) {}

  async list({ actor, locales }: Reader, place: RoomFilter): Promise<RowOfRoom[]> {
    const rooms = await this.rooms.list(actor, locales, place);
    return Promise.all(rooms.map(async (room) => ({ room, here: (await this.presence.of(room.id)).count })));
  }
}
