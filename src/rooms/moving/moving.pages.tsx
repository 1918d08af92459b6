import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Invalid, NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { threadPath } from '../room-paths';
import type { RoomView } from '../room.schema';
import { ThreadFrames } from '../threads/thread-frames.service';
import type { Thread } from '../threads/thread.entity';
import { MoveThread } from './move-thread';
import { movedThread } from './moving.schema';
import { OpenRooms } from './open-rooms.service';
import { ThreadMoves } from './thread-moves.service';

const id = z.guid();
const moveQuery = z.object({ room: id.optional().catch(undefined) });

/** Moving a thread to another room, in two steps: which, and who will read it there. */
@SignedIn()
@Controller(':locale/threads/:id/move')
export class MovingPages {
  constructor(
    private readonly moves: ThreadMoves,
    private readonly rooms: OpenRooms,
    private readonly frames: ThreadFrames,
  ) {}

  /** The rooms that it can go to; and when one is chosen, who reads there. */
  @Get()
  async ask(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: moveQuery }) { room }: z.output<typeof moveQuery>,
  ): Promise<Page> {
    return this.movePage(reader, threadId, freshForm(), room);
  }

  /** Moves it. */
  @Post()
  @RateLimit(120, 3600)
  async move(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(movedThread, body, ({ roomId }) =>
      this.moves.move(reader.actor, threadId, roomId),
    );
    if (answer.done) return seeOther(threadPath(threadId), 'rooms:notice.moved');
    return this.movePage(reader, threadId, answer.form, id.safeParse(answer.form.values['roomId']).data);
  }

  private async movePage(reader: Reader, threadId: string, form: FormState, roomId?: string): Promise<Page> {
    const thread = await this.moves.forMoving(reader.actor, threadId);
    const target = roomId && (await this.target(reader, thread, roomId));
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:move.title'),
      path: `${threadPath(threadId)}/move`,
      status: form.refusal?.status ?? 200,
      body: (
        <MoveThread
          thread={thread}
          rooms={await this.rooms.options(reader, thread.roomId)}
          form={form}
          {...(target && { target })}
        />
      ),
    });
  }

  /** Where it stands already, there is nothing to confirm. */
  private async target(reader: Reader, thread: Thread, roomId: string): Promise<RoomView | undefined> {
    try {
      await this.moves.target(reader.actor, thread, roomId);
      return await this.rooms.view(reader, roomId);
    } catch (error) {
      if (error instanceof Invalid || error instanceof NotFound) return undefined;
      throw error;
    }
  }
}
