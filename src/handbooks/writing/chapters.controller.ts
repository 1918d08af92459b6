import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { made, saved } from '../structure/handbook.schema';
import { HandbookAccess } from '../handbook.access';
import {
  chapterChanges,
  chapterNumbering,
  chapterOriginal,
  chapterPlace,
  newChapter,
  type ChapterChanges,
  type ChapterPlace,
  type NewChapter,
} from './chapter.schema';
import { Chapters, textOf } from './chapters.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });

@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks/:slug/chapters')
export class ChaptersController {
  constructor(
    private readonly chapters: Chapters,
    private readonly access: HandbookAccess,
  ) {}

  /** Adds a part, a chapter or a section: a draft, last below its parent. */
  @Post()
  @ApiCreatedResponse({ standardSchema: made })
  add(@CurrentActor() actor: Actor, @Slug() slug: string, @Body({ schema: newChapter }) input: NewChapter) {
    return this.chapters.add(actor, slug, input);
  }

  /** What is edited together, in its own language, with the revision that changes are based on. */
  @Get(':chapter/original')
  @ApiOkResponse({ standardSchema: chapterOriginal })
  async original(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    const row = await this.access.toChapter(actor, 'edit', slug, chapter);
    return { ...textOf(row), locale: row.locale, status: row.status, numbered: row.numbered };
  }

  /** Changes its text in its own language; 409 with what stands now (`theirs`) when somebody saved first. */
  @Patch(':chapter')
  @ApiOkResponse({ standardSchema: saved })
  async edit(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body({ schema: chapterChanges }) changes: ChapterChanges,
  ) {
    return { revision: await this.chapters.edit(actor, slug, chapter, changes) };
  }

  /** Moves it with all that stands below it. Addresses stay, numbers follow. */
  @Post(':chapter/move')
  @HttpCode(204)
  @ApiNoContentResponse()
  async move(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body({ schema: chapterPlace }) place: ChapterPlace,
  ) {
    await this.chapters.move(actor, slug, chapter, place);
  }

  /** Says whether it is counted. */
  @Post(':chapter/number')
  @HttpCode(204)
  @ApiNoContentResponse()
  async number(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body({ schema: chapterNumbering }) { numbered }: { numbered: boolean },
  ) {
    await this.chapters.number(actor, slug, chapter, numbered);
  }

  /** Lets whoever reads the handbook read it. */
  @Post(':chapter/publish')
  @HttpCode(204)
  @ApiNoContentResponse()
  async publish(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    await this.chapters.publish(actor, slug, chapter);
  }

  /** Takes it out of the readers' sight; its text and history stay. */
  @Post(':chapter/withdraw')
  @HttpCode(204)
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    await this.chapters.withdraw(actor, slug, chapter);
  }
}
