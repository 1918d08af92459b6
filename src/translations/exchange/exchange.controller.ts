import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { RateLimit } from '../../core/http/rate-limit';
import { fileInBody } from '../../core/http/upload';
import {
  broughtName,
  formatName,
  importDone,
  importId,
  importView,
  performed,
  wanted,
  wantedMemory,
  type ImportView,
  type Wanted,
  type WantedMemory,
} from './exchange.schema';
import {
  fileOf,
  fileOfMemory,
  fileOfTermbase,
  FORMATS,
  TBX_TYPE,
  TMX_TYPE,
  WRITERS,
  type Format,
} from './formats';
import { MemoryExchange } from './memory-exchange.service';
import { TermbaseExchange } from './termbase-exchange.service';
import { importAnswer } from './import-answer';
import { Imports } from './imports.service';
import { Parcels } from './parcels.service';

const FILE = { schema: { type: 'string' as const, format: 'binary' } };
const TYPES = [
  'application/xliff+xml',
  'text/xml',
  'application/xml',
  'text/csv',
  'application/octet-stream',
];

/** Texts out to translators and back. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1/translations/exchange')
export class ExchangeController {
  constructor(
    private readonly config: Config,
    private readonly parcels: Parcels,
    private readonly imports: Imports,
    private readonly memory: MemoryExchange,
    private readonly termbase: TermbaseExchange,
  ) {}

  /** The public memory of translations between two languages, as far as people have made it. */
  @RateLimit(60, 60)
  @Get('memory')
  @ApiOkResponse({ content: { [TMX_TYPE]: FILE, [WRITERS.csv.type]: FILE } })
  async takeMemory(@CurrentActor() actor: Actor, @Query({ schema: wantedMemory }) query: WantedMemory) {
    return fileOfMemory(await this.memory.pairs(actor, query.from, query.to), query.format);
  }

  /** The termbase as TBX-Basic. */
  @RateLimit(60, 60)
  @Get('termbase')
  @ApiOkResponse({ content: { [TBX_TYPE]: FILE } })
  async takeTermbase() {
    return fileOfTermbase(await this.termbase.all());
  }

  /** The texts of one place as a file, as far as you may translate them: the same file while nothing has changed. */
  @RateLimit(60, 60)
  @Get(':format')
  @ApiParam({ name: 'format', enum: FORMATS })
  @ApiOkResponse({ content: Object.fromEntries(FORMATS.map((name) => [WRITERS[name].type, FILE])) })
  async take(
    @CurrentActor() actor: Actor,
    @Param('format', { schema: formatName }) format: Format,
    @Query({ schema: wanted }) query: Wanted,
  ) {
    return fileOf(await this.parcels.pack(actor, query), format);
  }

  /** Brings a file as the body of the request. Nothing is changed yet: the answer tells what would be. */
  @RateLimit(60, 60)
  @Post('imports')
  @ApiConsumes(...TYPES)
  @ApiBody(FILE)
  @ApiCreatedResponse({ standardSchema: importView })
  async bring(
    @CurrentActor() actor: Actor,
    @Query({ schema: broughtName }) { name }: z.output<typeof broughtName>,
    @Req() request: Request,
  ): Promise<ImportView> {
    const bytes = await fileInBody(request, this.config.uploadLimit);
    return importAnswer(await this.imports.preview(actor, await this.imports.bring(actor, name, bytes)));
  }

  /** What a file that you have brought would do now. */
  @Get('imports/:id')
  @ApiOkResponse({ standardSchema: importView })
  async preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: importId }) id: string,
  ): Promise<ImportView> {
    return importAnswer(await this.imports.preview(actor, id));
  }

  /** Does what was shown, all of it or nothing; 409 when it would be something else by now. */
  @Post('imports/:id')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: importDone })
  async perform(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: importId }) id: string,
    @Body({ schema: performed }) { seen }: z.output<typeof performed>,
  ) {
    return { imported: await this.imports.perform(actor, id, seen) };
  }

  /** Gives a file up. */
  @Delete('imports/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(@CurrentActor() actor: Actor, @Param('id', { schema: importId }) id: string) {
    await this.imports.discard(actor, id);
  }
}
