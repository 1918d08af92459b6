import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { PostView } from '../posts/post.schema';
import { Posts } from '../posts/posts.service';
import { threadPath } from '../room-paths';
import { Authors } from '../threads/authors.service';
import { ThreadFrames } from '../threads/thread-frames.service';
import { resolutionNote } from './resolution.schema';
import { ResolveThread } from './resolve-thread';
import { Resolving } from './resolving.service';

const id = z.guid();
const resolveQuery = z.object({ post: id.optional().catch(undefined) });
const nothing = z.strictObject({});

/** Settling a matter, and opening it again. */
@SignedIn()
@Controller(':locale/threads/:id')
export class ResolvingPages {
  constructor(
    private readonly resolving: Resolving,
    private readonly posts: Posts,
    private readonly authors: Authors,
    private readonly frames: ThreadFrames,
  ) {}

  /** The form for a note, or the post that is about to be chosen. */
  @Get('resolve')
  async ask(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: resolveQuery }) { post: postId }: z.output<typeof resolveQuery>,
  ): Promise<Page> {
    if (postId) return this.resolvePage(reader, threadId, freshForm(), postId);
    const usual = await this.authors.usualLocale(reader.actor);
    const values = { clientId: randomUUID(), locale: usual ?? reader.language.locale };
    return this.resolvePage(reader, threadId, freshForm(values));
  }

  /** Resolves it with a note. */
  @Post('resolve')
  @RateLimit(120, 60)
  async resolveWith(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(resolutionNote, body, (note) =>
      this.resolving.resolveWith(reader.actor, threadId, note),
    );
    if (!answer.done) return this.resolvePage(reader, threadId, answer.form);
    return seeOther(threadPath(threadId), 'rooms:notice.resolved');
  }

  /** Resolves it by one of its posts. */
  @Post('resolutions/:post')
  @RateLimit(120, 60)
  async resolveBy(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Param('post', { schema: id }) postId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(nothing, body, () =>
      this.resolving.resolveBy(reader.actor, threadId, postId),
    );
    if (!answer.done) return this.resolvePage(reader, threadId, answer.form, postId);
    return seeOther(threadPath(threadId), 'rooms:notice.resolved');
  }

  /** The matter is open again. */
  @Post('unresolve')
  @RateLimit(120, 60)
  async unresolve(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) threadId: string,
  ): Promise<SeeOther> {
    await this.resolving.unresolve(actor, threadId);
    return seeOther(threadPath(threadId), 'rooms:notice.unresolved');
  }

  private async resolvePage(
    reader: Reader,
    threadId: string,
    form: FormState,
    postId?: string,
  ): Promise<Page> {
    const thread = await this.resolving.forResolving(reader.actor, threadId);
    const post = postId && (await this.post(reader, threadId, postId));
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:resolve.title'),
      path: `${threadPath(threadId)}/resolve${post ? `?post=${post.id}` : ''}`,
      status: form.refusal?.status ?? 200,
      body: <ResolveThread thread={thread} form={form} {...(post && { post })} />,
    });
  }

  private async post({ actor }: Reader, threadId: string, postId: string): Promise<PostView> {
    const { view } = await this.posts.find(actor, postId);
    if (view.threadId !== threadId || view.withdrawnAt) throw new NotFound();
    return view;
  }
}
