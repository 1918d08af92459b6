import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../core/access/actor';
import { CurrentActor, SignedIn } from '../core/access/marks';
import { locale as localeSchema } from '../core/http/text.schema';
import type { Locale } from '../core/i18n/locales';
import { kindName, savedSegments, workshopAnswer, workshopView } from './translation.schema';
import type { WorkshopView } from './translation.schema';
import { Translations } from './translations.service';

/** Translating for programs: every kind of text in the same way. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1/texts/:kind/:id/translations/:locale')
export class TranslationsController {
  constructor(private readonly translations: Translations) {}

  /** The translation of a text, segment by segment, with what has changed in the original. */
  @Get()
  @ApiOkResponse({ standardSchema: workshopView })
  async show(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
  ): Promise<WorkshopView> {
    return workshopAnswer(await this.translations.workshop(actor, { kind, id, locale }));
  }

  /** Saves some segments, all or none; 409 with theirs when somebody else has changed one of them. */
  @Put()
  @ApiOkResponse({ standardSchema: workshopView })
  async save(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
    @Body({ schema: savedSegments }) { segments }: z.output<typeof savedSegments>,
  ): Promise<WorkshopView> {
    return workshopAnswer(await this.translations.save(actor, { kind, id, locale }, segments));
  }
}
