import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess } from '../handbook.access';
import { draftInput, draftView, writers, type DraftInput } from './chapter.schema';
import { Drafts } from './drafts.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });

/** What you have typed in a chapter and not saved. */
@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks/:slug/chapters/:chapter')
export class ChapterDraftsController {
  constructor(
    private readonly drafts: Drafts,
    private readonly access: HandbookAccess,
  ) {}

  /** What you have typed and not saved. */
  @Get('draft')
  @ApiOkResponse({ standardSchema: draftView })
  async show(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    const draft = await this.drafts.of(actor, await this.access.toChapter(actor, 'edit', slug, chapter));
    return { draft: draft ? { ...draft, typedAt: draft.typedAt.toISOString() } : null };
  }

  /** Keeps it for you alone, in place of what was kept before. */
  @Put('draft')
  @ApiOkResponse({ standardSchema: writers })
  async keep(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body({ schema: draftInput }) draft: DraftInput,
  ) {
    return { others: await this.drafts.keep(actor, slug, chapter, draft) };
  }

  /** Forgets it, and that you are writing. */
  @Delete('draft')
  @HttpCode(204)
  @ApiNoContentResponse()
  async discard(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    await this.drafts.discard(actor, slug, chapter);
  }

  /** Says that you are writing, which holds for a minute, and asks who else is. */
  @Post('writing')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: writers })
  async writing(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    return { others: await this.drafts.writing(actor, slug, chapter) };
  }
}
