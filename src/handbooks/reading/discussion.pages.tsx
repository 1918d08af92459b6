import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { threadPath } from '../../rooms/room-paths';
import { NewChapterDiscussion } from './discussion';
import { openingPost } from './discussion.schema';
import { ChapterDiscussions } from './discussions.service';
import { HandbookFrames } from './handbook-frames.service';
import { chapterPath, handbookPath } from './handbook-paths';
import { HandbookReading } from './handbook-reading.service';

/** Opening the thread in which a chapter is discussed. */
@SignedIn()
@Controller(':locale/handbooks/:slug/:chapter/discussion')
export class ChapterDiscussionPages {
  constructor(
    private readonly reading: HandbookReading,
    private readonly discussions: ChapterDiscussions,
    private readonly frames: HandbookFrames,
  ) {}

  @Get()
  new(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
  ) {
    const fresh = freshForm({ clientId: randomUUID(), locale: reader.language.locale });
    return this.newPage(reader, slug, chapter, fresh);
  }

  @Post()
  @RateLimit(30, 3600)
  async open(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Param('chapter', { schema: slugSchema }) chapter: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(openingPost, body, (input) =>
      this.discussions.open(reader.actor, slug, chapter, input),
    );
    if (answer.done) return seeOther(threadPath(answer.result));
    return this.newPage(reader, slug, chapter, answer.form);
  }

  private async newPage(reader: Reader, slug: string, name: string, state: FormState) {
    const open = await this.reading.open(reader, slug);
    const [chapter, partnership] = await Promise.all([
      this.reading.chapter(reader, open, name),
      this.reading.partnershipOf(open.row),
    ]);
    if (chapter.threadId && !state.refusal) return seeOther(threadPath(chapter.threadId));
    const { crumbs, ...frame } = await this.frames.of(reader, open.row, partnership);
    const handbook = this.reading.view(reader, open, partnership);
    return page({
      ...frame,
      title: reader.language.t('handbooks:reading.discussion.new'),
      crumbs: [
        ...crumbs,
        { label: handbook.title.text, path: handbookPath(slug), lang: handbook.title.locale },
        { label: chapter.title.text, path: chapterPath(slug, name), lang: chapter.title.locale },
      ],
      body: <NewChapterDiscussion path={chapterPath(slug, name)} title={chapter.title} state={state} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }
}
