import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import type { Room } from '../rooms/room.entity';
import type { PostView } from '../rooms/posts/post.schema';
import { RoomFrames } from '../rooms/room-frames.service';
import { postPath } from '../rooms/room-paths';
import { Threads } from '../rooms/threads/threads.service';
import { QUEUE } from './moderation-paths';

type Frame = Omit<PageOptions, 'title' | 'body'>;

/** Colour, funding and the way back of pages about one post. */
@Injectable()
export class ModerationFrames {
  constructor(
    private readonly threads: Threads,
    private readonly rooms: RoomFrames,
  ) {}

  async ofPost(reader: Reader, { threadId, number }: PostView): Promise<Frame> {
    const thread = await this.threads.view(reader.actor, threadId, reader.locales);
    const { room } = await this.threads.find(reader.actor, threadId);
    const { options } = await this.rooms.of(reader, room);
    const { text, locale } = thread.title;
    const back = { label: text, path: postPath(threadId, number), lang: locale };
    return { ...options, hidden: true, crumbs: [...(options.crumbs ?? []), back] };
  }

  /** Of one case: with the wording of the grant of its room. */
  async ofCase(reader: Reader, room: Room): Promise<Frame> {
    const { options } = await this.rooms.of(reader, room);
    return { ...options, ...this.queue(reader) };
  }

  /** Of the pages of those who keep order. */
  queue({ language }: Reader): Frame {
    return {
      section: 'rooms',
      hidden: true,
      crumbs: [{ label: language.t('moderation:queue.title'), path: QUEUE }],
    };
  }
}
