import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { marked, takenBack } from '../news/news.schema';
import { Rooms } from '../rooms.service';
import { ReadingPositions } from '../threads/reading-positions.service';
import { Threads } from '../threads/threads.service';
import { ChosenLevelLists } from './chosen-levels.service';
import { chosenLevels, levelPage, type ChosenLevels } from './chosen-levels.schema';
import { chosenRoomLevel, chosenThreadLevel, type ChosenThreadLevel } from './level.schema';
import { Levels } from './levels.service';

const id = z.guid();

/** How closely the reader follows, and that she has read. */
@ApiTags('following')
@SignedIn()
@RateLimit(120, 60)
@Controller('api/v1')
export class LevelsController {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly levels: Levels,
    private readonly lists: ChosenLevelLists,
    private readonly positions: ReadingPositions,
  ) {}

  /** Chooses how closely you follow a thread. */
  @Put('threads/:id/following')
  @HttpCode(204)
  @ApiNoContentResponse()
  async followThread(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) thread: string,
    @Body({ schema: chosenThreadLevel }) { level }: ChosenThreadLevel,
  ) {
    await this.levels.chooseForThread(actor, await this.threads.place(actor, thread), level);
  }

  /** Chooses how closely you follow a room, with all its threads that have no level of their own. */
  @Put('rooms/:id/following')
  @HttpCode(204)
  @ApiNoContentResponse()
  async followRoom(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: chosenRoomLevel }) { level }: z.output<typeof chosenRoomLevel>,
  ) {
    await this.levels.chooseForRoom(actor, await this.rooms.find(actor, room), level);
  }

  /** All that you follow and mute in rooms, and the rooms where you take part. */
  @Get('me/levels')
  @ApiOkResponse({ standardSchema: chosenLevels })
  list(
    @CurrentReader() reader: Reader,
    @Query({ schema: levelPage }) { page }: z.output<typeof levelPage>,
  ): Promise<ChosenLevels> {
    return this.lists.of(reader, page);
  }

  /** Tells that you have read everything in a room. */
  @Put('rooms/:id/position')
  @ApiOkResponse({ standardSchema: marked })
  async readRoom(@CurrentActor() actor: Actor, @Param('id', { schema: id }) room: string) {
    const at = await this.positions.readRoom(actor, (await this.rooms.find(actor, room)).id);
    return { at: at.getTime() };
  }

  /** Tells that you have read everything, in all rooms. */
  @Put('me/position')
  @ApiOkResponse({ standardSchema: marked })
  async readEverything(@CurrentActor() actor: Actor) {
    return { at: (await this.positions.readEverything(actor)).getTime() };
  }

  /** Takes back such a marking, but for what you have read on since. */
  @Delete('me/position')
  @HttpCode(204)
  @ApiNoContentResponse()
  async takeBack(
    @CurrentActor() actor: Actor,
    @Query({ schema: takenBack }) { at }: z.output<typeof takenBack>,
  ) {
    await this.positions.takeBack(actor, at);
  }
}
