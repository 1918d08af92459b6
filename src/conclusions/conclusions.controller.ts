import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { CurrentReader, type Reader } from '../core/http/reader';
import { newComment, type NewComment } from './comments/comment.schema';
import { ConclusionComments } from './comments/conclusion-comments.service';
import { newPosition, type NewPosition } from './positions/position.schema';
import { Positions } from './positions/positions.service';
import { conclusionList, conclusionView, versionView } from './reading/conclusion.schema';
import { ConclusionReading } from './reading/conclusion-reading.service';
import { Conclusions } from './writing/conclusions.service';
import {
  editedConclusion,
  newConclusion,
  type EditedConclusion,
  type NewConclusion,
} from './writing/writing.schema';
import { Rooms } from '../rooms/rooms.service';

const id = z.guid();
const roomKey = z.string().max(100);
const version = z.coerce.number().int().min(1).max(2_147_483_647);

/** Conclusions of rooms: writing them, saying where one stands, reading them. */
@ApiTags('conclusions')
@Controller('api/v1')
export class ConclusionsController {
  constructor(
    private readonly conclusions: Conclusions,
    private readonly positions: Positions,
    private readonly comments: ConclusionComments,
    private readonly reading: ConclusionReading,
    private readonly rooms: Rooms,
  ) {}

  /** Conclusions of a room, by number: what was adopted, and for those who sit in it what is under way. */
  @Public()
  @Get('rooms/:key/conclusions')
  @ApiOkResponse({ standardSchema: conclusionList })
  async list(@CurrentReader() { actor, locales }: Reader, @Param('key', { schema: roomKey }) key: string) {
    const room = await this.rooms.find(actor, key);
    return { items: await this.reading.ofRoom(actor, room.id, locales) };
  }

  /** Drafts a conclusion under the next number of the room; for those who keep the room. */
  @SignedIn()
  @ApiBearerAuth()
  @Post('rooms/:key/conclusions')
  @ApiCreatedResponse({ standardSchema: conclusionView })
  async draft(
    @CurrentReader() reader: Reader,
    @Param('key', { schema: roomKey }) key: string,
    @Body({ schema: newConclusion }) input: NewConclusion,
  ) {
    return this.reading.one(reader, await this.conclusions.draft(reader.actor, key, input));
  }

  /** A conclusion; those who sit in its room read it as it is being written. */
  @Public()
  @Get('conclusions/:id')
  @ApiOkResponse({ standardSchema: conclusionView })
  one(@CurrentReader() reader: Reader, @Param('id', { schema: id }) conclusionId: string) {
    return this.reading.one(reader, conclusionId);
  }

  /** Changes the words of a draft. 409 when somebody else has saved meanwhile. */
  @SignedIn()
  @ApiBearerAuth()
  @Patch('conclusions/:id')
  @ApiOkResponse({ standardSchema: conclusionView })
  async edit(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: editedConclusion }) input: EditedConclusion,
  ) {
    await this.conclusions.edit(reader.actor, conclusionId, input);
    return this.reading.one(reader, conclusionId);
  }

  /** A version as it was adopted; it never changes. */
  @Public()
  @Get('conclusions/:id/versions/:version')
  @ApiOkResponse({ standardSchema: versionView })
  version(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('version', { schema: version }) number: number,
  ) {
    return this.reading.version(reader, conclusionId, number);
  }

  /** Says where you stand; until the time is over the last one counts. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('conclusions/:id/position')
  @ApiOkResponse({ standardSchema: conclusionView })
  async take(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: newPosition }) input: NewPosition,
  ) {
    await this.positions.take(reader.actor, conclusionId, input);
    return this.reading.one(reader, conclusionId);
  }

  /** Comments on a draft, or suggests another wording. */
  @SignedIn()
  @ApiBearerAuth()
  @Post('conclusions/:id/comments')
  @ApiCreatedResponse({ standardSchema: conclusionView })
  async comment(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: newComment }) input: NewComment,
  ) {
    await this.comments.write(reader.actor, conclusionId, input);
    return this.reading.one(reader, conclusionId);
  }

  /** Withdraws a comment: your own, or as keeper of the room. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete('conclusions/:id/comments/:comment')
  @HttpCode(204)
  async withdrawComment(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('comment', { schema: id }) commentId: string,
  ): Promise<void> {
    await this.comments.withdraw(actor, conclusionId, commentId);
  }
}
