import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { newRemoval, removalList, removalView, type NewRemoval } from './removal.schema';
import { Removals } from './removals.service';

const id = z.guid();

/** People who may not write in a room. */
@ApiTags('rooms')
@Controller('api/v1')
@SignedIn()
export class RemovalsController {
  constructor(private readonly removals: Removals) {}

  /** Who was removed from the room and has not come back. */
  @Get('rooms/:id/removals')
  @ApiOkResponse({ standardSchema: removalList })
  async list(@CurrentActor() actor: Actor, @Param('id', { schema: id }) room: string) {
    return { removals: await this.removals.list(actor, room) };
  }

  /** Removes somebody from the room: she reads it like a visitor, and writes no more. She is told why. */
  @Post('rooms/:id/removals')
  @RateLimit(60, 3600)
  @ApiCreatedResponse({ standardSchema: removalView })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Body({ schema: newRemoval }) input: NewRemoval,
  ) {
    const removed = await this.removals.remove(actor, room, input);
    return (await this.removals.find(actor, removed.id)).removal;
  }

  /** Lets her in again. */
  @Delete('rooms/:id/removals/:personId')
  @HttpCode(204)
  lift(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) room: string,
    @Param('personId', { schema: id }) personId: string,
  ) {
    return this.removals.lift(actor, room, personId);
  }

  /** Why you were removed from a room. */
  @Get('removals/:id')
  @ApiOkResponse({ standardSchema: removalView })
  async view(@CurrentActor() actor: Actor, @Param('id', { schema: id }) removal: string) {
    return (await this.removals.find(actor, removal)).removal;
  }
}
