import { Body, Controller, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { newPace, type NewPace } from './pace.schema';
import { RoomPace } from './room-pace.service';

const id = z.guid();

/** By what a room is kept fair. */
@ApiTags('rooms')
@Controller('api/v1/rooms/:id')
@SignedIn()
export class MeasuresController {
  constructor(private readonly paces: RoomPace) {}

  /** Sets the slow mode: so many seconds between two posts of one person; 0 ends it. */
  @Put('pace')
  @HttpCode(204)
  pace(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newPace }) input: NewPace,
  ) {
    return this.paces.set(actor, room, input);
  }
}
