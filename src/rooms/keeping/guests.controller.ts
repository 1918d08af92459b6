import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { newGuest } from '../room.schema';
import { Guests } from './guests.service';

const id = z.guid();
const guests = z.object({ guests: z.array(z.object({ id, name: z.string() })) });

/** People asked into a room by name. */
@ApiTags('rooms')
@Controller('api/v1/rooms/:id/guests')
@SignedIn()
export class GuestsController {
  constructor(private readonly guests: Guests) {}

  /** Who was asked into the room. */
  @Get()
  @ApiOkResponse({ standardSchema: guests })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) room: string) {
    return { guests: await this.guests.list(actor, room) };
  }

  /** Asks somebody in who has an account. */
  @Post()
  @HttpCode(204)
  @RateLimit(60, 3600)
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newGuest }) { email }: z.output<typeof newGuest>,
  ) {
    return this.guests.invite(actor, room, email);
  }

  /** Shows a guest out. */
  @Delete(':personId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Param('personId', { schema: id }) personId: string,
  ) {
    return this.guests.remove(actor, room, personId);
  }
}
