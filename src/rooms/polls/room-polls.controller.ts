import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { roomPollList, roomPollWindow, type RoomPollWindow } from './poll.schema';
import { RoomPolls } from './room-polls.service';

const id = z.guid();

@ApiTags('polls')
@Controller('api/v1/rooms/:id/polls')
export class RoomPollsController {
  constructor(private readonly polls: RoomPolls) {}

  /** The polls of a room: open ones first, the one that closes first first; then the newest. */
  @Get()
  @Public()
  @ApiOkResponse({ standardSchema: roomPollList })
  async list(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) roomId: string,
    @Query({ schema: roomPollWindow }) window: RoomPollWindow,
  ) {
    const { polls, next } = await this.polls.list(reader, roomId, window);
    return { polls, next };
  }
}
