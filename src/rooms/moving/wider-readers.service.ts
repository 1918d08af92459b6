import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access/actor';
import { Invalid, NotFound } from '../../core/errors/refusal';
import type { Reader } from '../../core/http/reader';
import type { RoomSubject } from '../room.policy';
import { Rooms } from '../rooms.service';
import type { Thread } from '../threads/thread.entity';
import { Threads } from '../threads/threads.service';
import { whoReads } from '../way-in';
import { isWider } from './wider';

/** Where posts go to: a thread that stands, or a room in which one is opened for them. */
interface Target {
  threadId?: string | undefined;
  roomId?: string | undefined;
}

export const WIDER = 'rooms:problem.wider';

/** Says who else will read before words go where more people can. */
@Injectable()
export class WiderReaders {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
  ) {}

  /**
   * @param confirmed the target of which she was told before
   * @throws Invalid at the target when others can read there
   */
  async confirm(
    { actor, language }: Reader,
    from: Thread,
    target: Target,
    confirmed: string | undefined,
  ): Promise<void> {
    const chosen = target.threadId ?? target.roomId;
    if (chosen === undefined || chosen === confirmed) return;
    const there = await this.roomOf(actor, target);
    if (!there || !isWider(from.room, there)) return;
    const field = target.threadId ? 'threadId' : 'roomId';
    throw Invalid.field(field, WIDER, { who: language.t(whoReads(there)) });
  }

  /** What cannot be reached is refused by the verb. */
  private async roomOf(actor: Actor, { threadId, roomId }: Target): Promise<RoomSubject | undefined> {
    try {
      return threadId
        ? (await this.threads.place(actor, threadId)).room
        : await this.rooms.find(actor, roomId!);
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
