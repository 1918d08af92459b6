import { Body, Controller, Get, Param, Patch, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { readingLocales } from '../core/http/request';
import { locale } from '../core/http/text.schema';
import { entryPage, entryWindow } from './live/entry.schema';
import { RoomTranslations } from './keeping/room-translations.service';
import { RoomFeed } from './live/room-feed.service';
import {
  editedRoom,
  newRoom,
  roomList,
  roomView,
  translatedRoom,
  type EditedRoom,
  type NewRoom,
  type TranslatedRoom,
} from './room.schema';
import { Contributions } from './newcomers/contributions.service';
import { heldAnswer } from './newcomers/held-post.schema';
import { Rooms } from './rooms.service';
import {
  newThread,
  openedThread,
  threadList,
  threadWindow,
  type NewThread,
  type ThreadWindow,
} from './threads/thread.schema';
import { Threads } from './threads/threads.service';

const id = z.guid();
const byPlace = z.strictObject({
  partnershipId: z.guid().optional(),
  platformId: z.guid().optional(),
  locale: locale.optional(),
});

@ApiTags('rooms')
@Controller('api/v1/rooms')
export class RoomsController {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly contributions: Contributions,
    private readonly feed: RoomFeed,
    private readonly translations: RoomTranslations,
  ) {}

  /** Rooms that you may read, liveliest first. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: roomList })
  async list(
    @CurrentReader() { actor, locales }: Reader,
    @Query({ schema: byPlace }) filter: z.infer<typeof byPlace>,
  ) {
    const { partnershipId, platformId } = filter;
    const place = { ...(partnershipId && { partnershipId }), ...(platformId && { platformId }) };
    return { rooms: await this.rooms.list(actor, locales, place) };
  }

  /** Opens a room at a place where you keep order. */
  @Post()
  @SignedIn()
  @ApiCreatedResponse({ standardSchema: roomView })
  async open(@CurrentReader() { actor, locales }: Reader, @Body({ schema: newRoom }) input: NewRoom) {
    const { id } = await this.rooms.open(actor, input);
    return this.rooms.view(actor, id, locales);
  }

  /** One room. */
  @Get(':id')
  @Public()
  @ApiOkResponse({ standardSchema: roomView })
  view(@CurrentReader() { actor, locales }: Reader, @Param('id', { schema: id }) room: string) {
    return this.rooms.view(actor, room, locales);
  }

  /** Changes name, description, visibility or archives; 409 when somebody else saved first. */
  @Patch(':id')
  @SignedIn()
  @ApiOkResponse({ standardSchema: roomView })
  async edit(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: editedRoom }) input: EditedRoom,
  ) {
    await this.rooms.edit(actor, room, input);
    return this.rooms.view(actor, room, locales);
  }

  /** Saves the name and description in another language, as a draft; segment by segment: see texts. */
  @Put(':id/translation')
  @SignedIn()
  @ApiOkResponse({ standardSchema: roomView })
  async translate(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: translatedRoom }) input: TranslatedRoom,
  ) {
    await this.translations.save(actor, room, input);
    return this.rooms.view(actor, room, locales);
  }

  /** Pinned threads first, then by newest post. */
  @Get(':id/threads')
  @Public()
  @ApiOkResponse({ standardSchema: threadList })
  listThreads(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) room: string,
    @Query({ schema: threadWindow }) window: ThreadWindow,
  ) {
    return this.threads.list(actor, room, window, locales);
  }

  /** Opens a thread with its first post: 201, 200 when the client id was used before, or 202 when it waits. */
  @Post(':id/threads')
  @SignedIn()
  @ApiCreatedResponse({ standardSchema: openedThread })
  @ApiAcceptedResponse({ standardSchema: heldAnswer, description: 'Held: a newcomer in a careful room' })
  @ApiOkResponse({ standardSchema: openedThread, description: 'The same client id again: the first result' })
  async openThread(
    @CurrentReader() { actor, locales }: Reader,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newThread }) input: NewThread,
    @Res({ passthrough: true }) response: Response,
  ) {
    const opened = await this.contributions.open(actor, room, input);
    if ('held' in opened) {
      response.status(202);
      return opened;
    }
    response.status(opened.repeated ? 200 : 201);
    return { ...(await this.threads.view(actor, opened.post.threadId, locales)), post: opened.post };
  }

  /** What happened in the room after a number, in order: the same that sockets get. */
  @Get(':id/entries')
  @Public()
  @ApiOkResponse({ standardSchema: entryPage })
  async entries(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) roomId: string,
    @Query({ schema: entryWindow }) { after, limit }: z.infer<typeof entryWindow>,
    @Req() request: Request,
  ) {
    const room = await this.rooms.find(actor, roomId);
    return this.feed.after(room.id, after, limit, readingLocales(request));
  }
}
