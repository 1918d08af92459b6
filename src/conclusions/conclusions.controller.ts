import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { RateLimit } from '../core/http/rate-limit';
import { CurrentReader, type Reader } from '../core/http/reader';
import { newComment, type NewComment } from './comments/comment.schema';
import { ConclusionComments } from './comments/conclusion-comments.service';
import { newPosition, type NewPosition } from './positions/position.schema';
import { Positions } from './positions/positions.service';
import { conclusionList, conclusionView, versionView } from './reading/conclusion.schema';
import { ConclusionReading } from './reading/conclusion-reading.service';
import { WholeConclusions } from './reading/whole-conclusions.service';
import { Conclusions } from './writing/conclusions.service';
import { Passages } from './writing/passages.service';
import {
  editedConclusion,
  newConclusion,
  passage,
  type EditedConclusion,
  type NewConclusion,
  type Passage,
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
    private readonly passages: Passages,
    private readonly positions: Positions,
    private readonly comments: ConclusionComments,
    private readonly reading: ConclusionReading,
    private readonly whole: WholeConclusions,
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
  @RateLimit(300, 3600)
  @Post('rooms/:key/conclusions')
  @ApiCreatedResponse({ standardSchema: conclusionView })
  async draft(
    @CurrentReader() reader: Reader,
    @Param('key', { schema: roomKey }) key: string,
    @Body({ schema: newConclusion }) input: NewConclusion,
  ) {
    return this.whole.one(reader, await this.conclusions.draft(reader.actor, key, input));
  }

  /** A conclusion; those who sit in its room read it as it is being written. */
  @Public()
  @Get('conclusions/:id')
  @ApiOkResponse({ standardSchema: conclusionView })
  one(@CurrentReader() reader: Reader, @Param('id', { schema: id }) conclusionId: string) {
    return this.whole.one(reader, conclusionId);
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
    return this.whole.one(reader, conclusionId);
  }

  /** Cites a post of the room, and the words of it that count. */
  @SignedIn()
  @ApiBearerAuth()
  @RateLimit(300, 3600)
  @Post('conclusions/:id/passages')
  @ApiCreatedResponse({ standardSchema: conclusionView })
  async cite(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: passage }) input: Passage,
  ) {
    await this.passages.add(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Confirms a passage that has changed since: the conclusion still follows from it. */
  @SignedIn()
  @ApiBearerAuth()
  @Put('conclusions/:id/passages/:passage')
  @ApiOkResponse({ standardSchema: conclusionView })
  async confirm(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('passage', { schema: id }) evidenceId: string,
  ) {
    await this.passages.confirm(reader.actor, conclusionId, evidenceId);
    return this.whole.one(reader, conclusionId);
  }

  /** Cites a passage no longer. */
  @SignedIn()
  @ApiBearerAuth()
  @Delete('conclusions/:id/passages/:passage')
  @HttpCode(204)
  async uncite(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Param('passage', { schema: id }) evidenceId: string,
  ): Promise<void> {
    await this.passages.drop(actor, conclusionId, evidenceId);
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
    return this.whole.version(reader, conclusionId, number);
  }

  /** Says where you stand; until the time is over the last one counts. */
  @SignedIn()
  @ApiBearerAuth()
  @RateLimit(300, 3600)
  @Put('conclusions/:id/position')
  @ApiOkResponse({ standardSchema: conclusionView })
  async take(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: newPosition }) input: NewPosition,
  ) {
    await this.positions.take(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
  }

  /** Comments on a draft, or suggests another wording. */
  @SignedIn()
  @ApiBearerAuth()
  @RateLimit(300, 3600)
  @Post('conclusions/:id/comments')
  @ApiCreatedResponse({ standardSchema: conclusionView })
  async comment(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) conclusionId: string,
    @Body({ schema: newComment }) input: NewComment,
  ) {
    await this.comments.write(reader.actor, conclusionId, input);
    return this.whole.one(reader, conclusionId);
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
