import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { kindName } from '../../translations/translation.schema';
import { pathView } from './path.schema';
import { Paths } from './paths.service';
import { asProv } from './prov';

/** The path from what people said to what policy reads, for programs. */
@Public()
@ApiTags('evidence')
@Controller('api/v1/path/:kind/:id')
export class PathController {
  constructor(
    private readonly paths: Paths,
    private readonly config: Config,
  ) {}

  /** What it rests on and where it went: what the reader may not see is counted and not named. */
  @Get()
  @ApiOkResponse({ standardSchema: pathView })
  async path(
    @CurrentReader() { actor, locales }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    return (await this.paths.of(actor, { kind, id }, locales)).view;
  }

  /** The same as JSON-LD in the terms of PROV. */
  @Get('prov')
  @Header('Content-Type', 'application/ld+json; charset=utf-8')
  @ApiOkResponse({ content: { 'application/ld+json': { schema: { type: 'object' } } } })
  async prov(
    @CurrentReader() { actor, locales, language }: Reader,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
  ) {
    const { view } = await this.paths.of(actor, { kind, id }, locales);
    return asProv(view, this.config.baseUrl, language.locale);
  }
}
