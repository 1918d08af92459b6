import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Withdrawal } from '../recommendation.schema';
import { UptakeReading } from './uptake-reading.service';
import {
  correctedUptake,
  newUptake,
  uptakeList,
  uptakeUpdate,
  withdrawal,
  type CorrectedUptake,
  type NewUptake,
  type UptakeUpdate,
} from './uptake.schema';
import { Uptakes } from './uptakes.service';

const Id = () => Param('id', { schema: z.guid() });
const made = z.object({ id: z.guid().meta({ description: 'Its id' }) });

@ApiTags('recommendations')
@Controller('api/v1')
export class UptakesController {
  constructor(
    private readonly uptakes: Uptakes,
    private readonly reading: UptakeReading,
  ) {}

  /** Who has taken a recommendation up. */
  @Get('recommendations/:id/uptakes')
  @Public()
  @ApiOkResponse({ standardSchema: uptakeList })
  async list(@CurrentReader() { actor, locales }: Reader, @Id() id: string) {
    return { items: await this.reading.of(actor, id, locales) };
  }

  /** Tells that somebody has taken it up. */
  @Post('recommendations/:id/uptakes')
  @SignedIn()
  @RateLimit(60, 3600)
  @ApiBearerAuth()
  @ApiCreatedResponse({ standardSchema: made })
  async tell(@CurrentActor() actor: Actor, @Id() id: string, @Body({ schema: newUptake }) input: NewUptake) {
    return { id: await this.uptakes.tell(actor, id, input) };
  }

  /** Tells how far it has come since. */
  @Post('uptakes/:id/states')
  @SignedIn()
  @RateLimit(60, 3600)
  @ApiBearerAuth()
  @HttpCode(204)
  @ApiNoContentResponse()
  async update(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body({ schema: uptakeUpdate }) input: UptakeUpdate,
  ) {
    await this.uptakes.update(actor, id, input);
  }

  /** Puts right who it was. */
  @Patch('uptakes/:id')
  @SignedIn()
  @ApiBearerAuth()
  @HttpCode(204)
  @ApiNoContentResponse()
  async correct(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body({ schema: correctedUptake }) input: CorrectedUptake,
  ) {
    await this.uptakes.correct(actor, id, input);
  }

  /** Withdraws it, with the reason. */
  @Put('uptakes/:id/withdrawal')
  @SignedIn()
  @ApiBearerAuth()
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body({ schema: withdrawal }) input: Withdrawal,
  ) {
    await this.uptakes.withdraw(actor, id, input);
  }
}
