import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { threadPath } from '../room-paths';
import type { Thread } from './thread.entity';

/** What pages about one thread have in common: the colour and funding of its room, and the way back to it. */
@Injectable()
export class ThreadFrames {
  constructor(private readonly rooms: RoomFrames) {}

  async of(
    reader: Reader,
    { id, title, locale, room }: Pick<Thread, 'id' | 'title' | 'locale' | 'room'>,
  ): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const { options } = await this.rooms.of(reader, room);
    const back = { label: title, path: threadPath(id), lang: locale };
    return { ...options, hidden: true, crumbs: [...(options.crumbs ?? []), back] };
  }
}
