import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { PostView } from '../../rooms/posts/post.schema';
import { Posts } from '../../rooms/posts/posts.service';
import { RoomFrames } from '../../rooms/room-frames.service';
import { roomPath } from '../../rooms/room-paths';
import type { RoomView } from '../../rooms/room.schema';
import { Rooms } from '../../rooms/rooms.service';
import { concludePath, conclusionPath, roomConclusionsPath } from '../conclusion-paths';
import { newConclusionPolicy } from '../conclusion.policy';
import { ConclusionReading } from '../reading/conclusion-reading.service';
import { roomSlug } from '../reading/conclusions.pages';
import { Conclusions } from './conclusions.service';
import { FromPassagePage, NewConclusionPage } from './new-conclusion';
import { Passages } from './passages.service';
import { roomForm, threadForm, type ThreadForm } from './writing.schema';

const id = z.guid();
/** What was selected comes in the address; too much of it is left behind. */
const selection = z.object({
  post: id.optional().catch(undefined),
  quote: z.string().max(4000).optional().catch(undefined),
});

/** Drafting a conclusion: from what was said in a thread, or of the room as a whole. */
@SignedIn()
@Controller(':locale')
export class NewConclusionPages {
  constructor(
    private readonly conclusions: Conclusions,
    private readonly passages: Passages,
    private readonly reading: ConclusionReading,
    private readonly posts: Posts,
    private readonly rooms: Rooms,
    private readonly frames: RoomFrames,
  ) {}

  @Get('rooms/:slug/conclusions/new')
  newOfRoom(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: roomSlug }) slug: string,
  ): Promise<Page> {
    return this.roomPage(reader, slug, freshForm({ locale: reader.language.locale }));
  }

  @RateLimit(300, 3600)
  @Post('rooms/:slug/conclusions/new')
  async draftOfRoom(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: roomSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(roomForm, body, (input) =>
      this.conclusions.draft(reader.actor, slug, { ...input, threadId: null, passages: [] }),
    );
    if (answer.done) return seeOther(conclusionPath(answer.result), 'conclusions:notice.drafted');
    return this.roomPage(reader, slug, answer.form);
  }

  /** From words that were selected in a post. */
  @Get('threads/:id/conclusions/new')
  newOfThread(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: selection }) { post, quote }: z.output<typeof selection>,
  ): Promise<Page> {
    const values = { locale: reader.language.locale, quote: quote?.isWellFormed() ? quote : '' };
    return this.threadPage(reader, threadId, post, freshForm(values));
  }

  @RateLimit(300, 3600)
  @Post('threads/:id/conclusions/new')
  async draftOfThread(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(threadForm, body, (input) => this.take(reader, threadId, input));
    if (answer.done) return seeOther(conclusionPath(answer.result), 'conclusions:notice.drafted');
    const post = id.optional().catch(undefined).parse(answer.form.values['post']);
    return this.threadPage(reader, threadId, post, answer.form);
  }

  private async take(
    { actor }: Reader,
    threadId: string,
    { into, post, quote, statement, ...words }: ThreadForm,
  ): Promise<string> {
    const passage = { postId: post, quote };
    if (into) {
      await this.passages.add(actor, into, passage);
      return into;
    }
    const { room } = await this.posts.find(actor, post);
    return this.conclusions.draft(actor, room.id, {
      ...words,
      statement: statement!,
      threadId,
      passages: [passage],
    });
  }

  private async roomPage(reader: Reader, slug: string, state: FormState): Promise<Page> {
    const found = await this.rooms.find(reader.actor, slug);
    newConclusionPolicy.allow(reader.actor, 'draft', found);
    const room = await this.rooms.view(reader.actor, found.id, reader.locales);
    return this.page(reader, room, state, {
      title: reader.language.t('conclusions:form.new'),
      path: roomConclusionsPath(room.slug, 'new'),
      body: <NewConclusionPage slug={room.slug} state={state} />,
    });
  }

  private async threadPage(
    reader: Reader,
    threadId: string,
    postId: string | undefined,
    state: FormState,
  ): Promise<Page> {
    const { actor, locales, language } = reader;
    const post = await this.postOf(reader, threadId, postId);
    const found = await this.rooms.find(actor, post.roomId);
    newConclusionPolicy.allow(actor, 'draft', found);
    const room = await this.rooms.view(actor, found.id, locales);
    const all = await this.reading.ofThread(actor, threadId, locales);
    const drafts = all.filter((conclusion) => conclusion.state === 'draft');
    return this.page(reader, room, state, {
      title: language.t('conclusions:form.from_passage'),
      path: concludePath(threadId),
      body: <FromPassagePage post={post} drafts={drafts} state={state} />,
    });
  }

  /** @throws NotFound also for a post of another thread, or one that was withdrawn */
  private async postOf({ actor }: Reader, threadId: string, postId: string | undefined): Promise<PostView> {
    if (!postId) throw new NotFound();
    const { view } = await this.posts.find(actor, postId);
    if (view.threadId !== threadId || view.withdrawnAt) throw new NotFound();
    return view;
  }

  private async page(
    reader: Reader,
    room: RoomView,
    { refusal }: FormState,
    { title, path, body }: { title: string; path: string; body: Page['options']['body'] },
  ): Promise<Page> {
    const { options } = await this.frames.of(reader, room);
    const { t } = reader.language;
    return page({
      ...options,
      title,
      body,
      hidden: true,
      crumbs: [
        ...(options.crumbs ?? []),
        { label: room.name.text, path: roomPath(room.slug), lang: room.name.locale },
        { label: t('conclusions:list.title'), path: roomConclusionsPath(room.slug) },
      ],
      ...(refusal && { status: refusal.status, path }),
    });
  }
}
