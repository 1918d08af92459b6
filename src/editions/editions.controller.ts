import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, Public, SignedIn } from '../core/access/marks';
import { slug as slugSchema } from '../core/http/slug.schema';
import { locale as localeSchema } from '../core/http/text.schema';
import type { Locale } from '../core/i18n/locales';
import { EditionFiles } from './building/edition-files.service';
import { editionList, editionView as editionSchema, newEdition, type NewEdition } from './edition.schema';
import { editionView } from './edition-views';
import { Editions } from './editions.service';

export const numberSchema = z.coerce.number().int().min(1).max(100_000);

/** Frozen handbooks for programs. */
@ApiTags('editions')
@Controller('api/v1/handbooks/:handbook/editions')
export class EditionsController {
  constructor(
    private readonly editions: Editions,
    private readonly files: EditionFiles,
  ) {}

  /** Editions of a handbook, the newest of each language first. */
  @Public()
  @Get()
  @ApiOkResponse({ standardSchema: editionList })
  async list(@CurrentActor() actor: Actor, @Param('handbook', { schema: slugSchema }) slug: string) {
    const { editions } = await this.editions.of(actor, slug);
    const files = await this.files.of(editions.map(({ id }) => id));
    return { editions: editions.map((edition) => editionView(slug, edition, files.get(edition.id)!)) };
  }

  /** One edition, with how far each of its files is. */
  @Public()
  @Get(':language/:number')
  @ApiOkResponse({ standardSchema: editionSchema })
  async one(
    @CurrentActor() actor: Actor,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('number', { schema: numberSchema }) number: number,
  ) {
    const { edition } = await this.editions.one(actor, slug, locale, number);
    const files = await this.files.of([edition.id]);
    return editionView(slug, edition, files.get(edition.id)!);
  }

  /** Freezes a handbook in one language, as it stands now. Its files are made afterwards. */
  @SignedIn()
  @Post()
  @HttpCode(201)
  @ApiCreatedResponse({ standardSchema: editionSchema })
  async freeze(
    @CurrentActor() actor: Actor,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Body({ schema: newEdition }) input: NewEdition,
  ) {
    const edition = await this.editions.freeze(actor, slug, input);
    const files = await this.files.of([edition.id]);
    return editionView(slug, edition, files.get(edition.id)!);
  }
}
