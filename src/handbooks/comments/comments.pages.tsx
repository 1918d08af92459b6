import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Config } from '../../core/config/config';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { Rooms } from '../../rooms/rooms.service';
import { HandbookAccess } from '../handbook.access';
import { HandbookFrames } from '../reading/handbook-frames.service';
import { chapterPath, handbookPath } from '../reading/handbook-paths';
import { HandbookReading } from '../reading/handbook-reading.service';
import { newAnswer, newComment, newThreadOfComment } from './comment.schema';
import { CommentsPage } from './comments-page';
import { PassageComments } from './comments.service';

const Slug = () => Param('slug', { schema: slugSchema });
const OfChapter = () => Param('chapter', { schema: slugSchema });
const Id = () => Param('id', { schema: z.guid() });

/** What people say about passages of a chapter, beside its text. */
@SignedIn()
@Controller(':locale/handbooks/:slug')
export class CommentPages {
  constructor(
    private readonly comments: PassageComments,
    private readonly access: HandbookAccess,
    private readonly frames: HandbookFrames,
    private readonly reading: HandbookReading,
    private readonly rooms: Rooms,
    private readonly config: Config,
  ) {}

  @Get(':chapter/comments')
  list(@CurrentReader() reader: Reader, @Slug() slug: string, @OfChapter() name: string): Promise<Page> {
    return this.drawn(reader, slug, name);
  }

  @RateLimit(60, 3600)
  @Post(':chapter/comments')
  async comment(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newComment, body, (input) =>
      this.comments.comment(reader.actor, slug, name, input),
    );
    if (!answer.done) return this.drawn(reader, slug, name, answer.form);
    return seeOther(`${chapterPath(slug, name)}/comments#comment-${answer.result}`, 'handbooks:comment.sent');
  }

  @RateLimit(60, 3600)
  @Post(':chapter/comments/:id/answers')
  async answer(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
    @Id() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(newAnswer, body, (input) =>
      this.comments.answer(reader.actor, slug, id, input),
    );
    if (!answer.done) return this.drawn(reader, slug, name, answer.form, id);
    return seeOther(`${chapterPath(slug, name)}/comments#comment-${id}`, 'handbooks:comment.sent');
  }

  @Post('comments/:id/resolve')
  async resolve(@CurrentReader() reader: Reader, @Slug() slug: string, @Id() id: string): Promise<SeeOther> {
    const chapter = await this.comments.settle(reader.actor, slug, id, true);
    return seeOther(`${chapterPath(slug, chapter)}/comments#comment-${id}`, 'handbooks:comment.resolved_now');
  }

  @Post('comments/:id/reopen')
  async reopen(@CurrentReader() reader: Reader, @Slug() slug: string, @Id() id: string): Promise<SeeOther> {
    const chapter = await this.comments.settle(reader.actor, slug, id, false);
    return seeOther(`${chapterPath(slug, chapter)}/comments#comment-${id}`, 'handbooks:comment.reopened_now');
  }

  @Post(':chapter/comments/:id/thread')
  async discuss(
    @CurrentReader() reader: Reader,
    @Slug() slug: string,
    @OfChapter() name: string,
    @Id() id: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const link = (chapter: string) =>
      `${this.config.baseUrl}/${reader.language.locale}${chapterPath(slug, chapter)}/comments#comment-${id}`;
    const answer = await attempt(newThreadOfComment, body, ({ room }) =>
      this.comments.discuss(reader.actor, slug, id, { room, link }),
    );
    return answer.done
      ? seeOther(`/threads/${answer.result}`)
      : this.drawn(reader, slug, name, answer.form, id);
  }

  private async drawn(
    reader: Reader,
    slug: string,
    name: string,
    form?: FormState,
    at?: string,
  ): Promise<Page> {
    const chapter = await this.access.toChapter(reader.actor, 'read', slug, name);
    const [view, partnership, rooms] = await Promise.all([
      this.comments.of(reader.actor, chapter),
      this.reading.partnershipOf(chapter.handbook),
      this.rooms.list(reader.actor, reader.locales),
    ]);
    const frame = await this.frames.of(reader, chapter.handbook, partnership);
    return page({
      ...frame,
      hidden: true,
      title: reader.language.t('handbooks:comment.title'),
      crumbs: [
        ...frame.crumbs,
        { label: chapter.handbook.title, path: handbookPath(slug), lang: chapter.handbook.locale },
        { label: chapter.title, path: chapterPath(slug, name), lang: chapter.locale },
      ],
      body: (
        <CommentsPage
          chapter={chapter}
          view={view}
          rooms={rooms.filter(({ can }) => can.open)}
          refused={form && { state: form, at }}
        />
      ),
      scripts: ['comments'],
      ...(form?.refusal && { status: form.refusal.status }),
    });
  }
}
