import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import type { Option } from '../../ui/parts/choice';
import { RoomFrames } from '../room-frames.service';
import type { RoomView } from '../room.schema';
import { Rooms } from '../rooms.service';

/** Rooms where somebody may open threads, to choose from. */
@Injectable()
export class OpenRooms {
  constructor(
    private readonly rooms: Rooms,
    private readonly frames: RoomFrames,
  ) {}

  view({ actor, locales }: Reader, id: string): Promise<RoomView> {
    return this.rooms.view(actor, id, locales);
  }

  /** Each with the place that it belongs to, since many rooms are called alike. */
  async options(reader: Reader, except?: string): Promise<Option[]> {
    const all = await this.rooms.list(reader.actor, reader.locales);
    const open = all.filter(({ id, can }) => can.open && id !== except);
    const places = await this.frames.places(reader, open);
    const options = open.map(({ id, name }, index) => {
      const place = places[index]?.name?.text;
      return { value: id, label: place ? `${name.text} · ${place}` : name.text };
    });
    return reader.language.sort(options, ({ label }) => label);
  }
}
