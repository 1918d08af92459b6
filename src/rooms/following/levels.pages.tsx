import { Body, Controller, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { nextPath } from '../../accounts/sign-in/next-path';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { seeOther, type SeeOther } from '../../core/http/page';
import { parseForm } from '../../core/http/parse';
import { RateLimit } from '../../core/http/rate-limit';
import { roomPath, threadPath, undoPath } from '../room-paths';
import { Rooms } from '../rooms.service';
import { ReadingPositions } from '../threads/reading-positions.service';
import { Threads } from '../threads/threads.service';
import { chosenRoomLevel, threadLevelForm } from './level.schema';
import { Levels } from './levels.service';

const id = z.guid();
const slug = z.string().max(100);

/** The forms by which a reader says how closely she follows, and that she has read. */
@SignedIn()
@RateLimit(120, 60)
@Controller(':locale')
export class LevelsPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly levels: Levels,
    private readonly positions: ReadingPositions,
  ) {}

  /** Chooses how closely one follows a thread. */
  @Post('threads/:id/following')
  async followThread(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) threadId: string,
    @Query('next') next: unknown,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { level } = parseForm(threadLevelForm, body);
    await this.levels.chooseForThread(actor, await this.threads.place(actor, threadId), level);
    return seeOther(nextPath(next) ?? threadPath(threadId), 'rooms:notice.level_chosen');
  }

  /** Chooses how closely one follows a room. */
  @Post('rooms/:slug/following')
  async followRoom(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slug }) key: string,
    @Query('next') next: unknown,
    @Body() body: unknown,
  ): Promise<SeeOther> {
    const { level } = parseForm(chosenRoomLevel, body);
    const room = await this.rooms.find(actor, key);
    await this.levels.chooseForRoom(actor, room, level);
    return seeOther(nextPath(next) ?? roomPath(room.slug), 'rooms:notice.level_chosen');
  }

  /** Everything in the room has been read. */
  @Post('rooms/:slug/position')
  async readRoom(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: slug }) key: string,
    @Query('next') next: unknown,
  ): Promise<SeeOther> {
    const room = await this.rooms.find(actor, key);
    const at = await this.positions.readRoom(actor, room.id);
    return seeOther(nextPath(next) ?? roomPath(room.slug), 'rooms:notice.room_read', {}, undoPath(at));
  }
}
