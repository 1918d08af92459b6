import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess } from '../handbook.access';
import {
  decisions,
  newSuggestion,
  suggestionList,
  suggestionView,
  type Decisions,
  type NewSuggestion,
} from './suggestion.schema';
import { summaryOf, viewOf } from './suggestion-view';
import { Suggestions } from './suggestions.service';

const Slug = () => Param('slug', { schema: slugSchema });
const Id = () => Param('id', { schema: z.guid() });

@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks/:slug')
export class SuggestionsController {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly access: HandbookAccess,
  ) {}

  /** Proposes changes of a chapter's text; for whoever reads it. */
  @RateLimit(30, 3600)
  @Post('chapters/:chapter/suggestions')
  @ApiCreatedResponse({ standardSchema: suggestionView })
  async suggest(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
    @Body({ schema: newSuggestion }) input: NewSuggestion,
  ) {
    return this.show(actor, slug, await this.suggestions.suggest(actor, slug, chapter, input));
  }

  /** Suggestions for a chapter: your own; all of them if you edit it. */
  @Get('chapters/:chapter/suggestions')
  @ApiOkResponse({ standardSchema: suggestionList })
  async list(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
  ) {
    const row = await this.access.toChapter(actor, 'read', slug, chapter);
    return { items: (await this.suggestions.of(actor, row)).map(summaryOf) };
  }

  /** One suggestion, change by change. */
  @Get('suggestions/:id')
  @ApiOkResponse({ standardSchema: suggestionView })
  async show(@CurrentActor() actor: Actor, @Slug() slug: string, @Id() id: string) {
    return viewOf(actor, await this.suggestions.open(actor, slug, id));
  }

  /** Accepts or declines changes; 409 when the chapter has changed since. */
  @Post('suggestions/:id/decisions')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: suggestionView })
  async decide(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @Id() id: string,
    @Body({ schema: decisions }) input: Decisions,
  ) {
    await this.suggestions.decide(actor, slug, id, input);
    return this.show(actor, slug, id);
  }

  /** Takes it back, if it is yours; what was accepted stays. */
  @Post('suggestions/:id/withdraw')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: suggestionView })
  async withdraw(@CurrentActor() actor: Actor, @Slug() slug: string, @Id() id: string) {
    await this.suggestions.withdraw(actor, slug, id);
    return this.show(actor, slug, id);
  }
}
