import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { RateLimit } from '../../core/http/rate-limit';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { HandbookAccess } from '../handbook.access';
import { chapterComments, newAnswer, newComment, type NewAnswer, type NewComment } from './comment.schema';
import { PassageComments } from './comments.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });
const Id = () => Param('id', { schema: z.guid() });
const made = z.object({ id: z.guid().meta({ description: 'Its id' }) });

@ApiTags('handbooks')
@SignedIn()
@ApiBearerAuth()
@Controller('api/v1/handbooks/:slug')
export class CommentsController {
  constructor(
    private readonly comments: PassageComments,
    private readonly access: HandbookAccess,
  ) {}

  /** Comments on passages of a chapter, with the passages that can be commented on. */
  @Get('chapters/:chapter/comments')
  @ApiOkResponse({ standardSchema: chapterComments })
  async list(@CurrentActor() actor: Actor, @Slug() slug: string, @OfChapter() chapter: string) {
    return this.comments.of(actor, await this.access.toChapter(actor, 'read', slug, chapter));
  }

  /** Says something about a passage, or some words of it; 409 when the chapter has changed since it was read. */
  @RateLimit(60, 3600)
  @Post('chapters/:chapter/comments')
  @ApiCreatedResponse({ standardSchema: made })
  async comment(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @OfChapter() chapter: string,
    @Body({ schema: newComment }) input: NewComment,
  ) {
    return { id: await this.comments.comment(actor, slug, chapter, input) };
  }

  /** Answers a comment. */
  @RateLimit(60, 3600)
  @Post('comments/:id/answers')
  @HttpCode(204)
  @ApiNoContentResponse()
  async answer(
    @CurrentActor() actor: Actor,
    @Slug() slug: string,
    @Id() id: string,
    @Body({ schema: newAnswer }) input: NewAnswer,
  ) {
    await this.comments.answer(actor, slug, id, input);
  }

  /** Says that nothing is left to do; for its author and for editors. */
  @Post('comments/:id/resolve')
  @HttpCode(204)
  @ApiNoContentResponse()
  async resolve(@CurrentActor() actor: Actor, @Slug() slug: string, @Id() id: string) {
    await this.comments.settle(actor, slug, id, true);
  }

  /** Takes it up again. */
  @Post('comments/:id/reopen')
  @HttpCode(204)
  @ApiNoContentResponse()
  async reopen(@CurrentActor() actor: Actor, @Slug() slug: string, @Id() id: string) {
    await this.comments.settle(actor, slug, id, false);
  }
}
