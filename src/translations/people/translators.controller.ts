import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { newTranslator, translatorList, translatorView } from './translator.schema';
import type { NewTranslator, TranslatorView } from './translator.schema';
import { Translators } from './translators.service';

/** Who translates, for programs. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1/translators')
export class TranslatorsController {
  constructor(private readonly translators: Translators) {}

  /** Who translates into which language; for translators, and for organisers, editors and hosts. */
  @Get()
  @ApiOkResponse({ standardSchema: translatorList })
  async list(@CurrentActor() actor: Actor): Promise<z.infer<typeof translatorList>> {
    return { items: await this.translators.list(actor) };
  }

  /** Makes somebody a translator of a language; for organisers and administrators. */
  @Post()
  @RateLimit(30, 3600)
  @ApiCreatedResponse({ standardSchema: translatorView })
  appoint(
    @CurrentActor() actor: Actor,
    @Body({ schema: newTranslator }) input: NewTranslator,
  ): Promise<TranslatorView> {
    return this.translators.appoint(actor, input);
  }

  /** Takes the language from her; what she has translated stays. */
  @Delete(':person/:locale')
  @HttpCode(204)
  @ApiNoContentResponse()
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('person', { schema: z.guid() }) personId: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
  ): Promise<void> {
    await this.translators.dismiss(actor, personId, locale);
  }
}
