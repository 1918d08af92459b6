import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { threadPath } from '../room-paths';
import { Threads } from '../threads/threads.service';

/** What every page about one post has in common: colour, funding, and the way back to the thread. */
@Injectable()
export class PostFrames {
  constructor(
    private readonly threads: Threads,
    private readonly frames: RoomFrames,
  ) {}

  async of(reader: Reader, threadId: string): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const thread = await this.threads.view(reader.actor, threadId, reader.locales);
    const { room } = await this.threads.find(reader.actor, threadId);
    const { options } = await this.frames.of(reader, room);
    const { text, locale } = thread.title;
    const back = { label: text, path: threadPath(threadId), lang: locale };
    return { ...options, hidden: true, crumbs: [...(options.crumbs ?? []), back] };
  }
}
