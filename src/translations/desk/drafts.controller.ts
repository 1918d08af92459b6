import { Body, Controller, Delete, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { locale as localeSchema } from '../../core/http/text.schema';
import type { Locale } from '../../core/i18n/locales';
import { kindName } from '../translation.schema';
import { draftInput } from './desk.schema';
import { Drafts } from './drafts.service';

/** What a translator has typed and not yet saved; hers alone. */
@ApiTags('Translations')
@SignedIn()
@Controller('api/v1/texts/:kind/:id/translations/:locale/drafts/:segment')
export class DraftsController {
  constructor(private readonly drafts: Drafts) {}

  /** Keeps what stands in the field of a segment, until it is saved or thrown away. */
  @Put()
  @HttpCode(204)
  @RateLimit(3000, 600)
  @ApiNoContentResponse()
  async keep(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) kind: string,
    @Param('id', { schema: z.guid() }) id: string,
    @Param('locale', { schema: localeSchema }) locale: Locale,
    @Param('segment', { schema: z.guid() }) segment: string,
    @Body({ schema: draftInput }) draft: z.output<typeof draftInput>,
  ): Promise<void> {
    await this.drafts.keep(actor, { kind, id, locale }, segment, draft);
  }

  /** Throws it away. */
  @Delete()
  @HttpCode(204)
  @ApiNoContentResponse()
  async forget(
    @CurrentActor() actor: Actor,
    @Param('kind', { schema: kindName }) _kind: string,
    @Param('id', { schema: z.guid() }) _id: string,
    @Param('locale', { schema: localeSchema }) _locale: Locale,
    @Param('segment', { schema: z.guid() }) segment: string,
  ): Promise<void> {
    await this.drafts.forget(actor, [segment]);
  }
}
