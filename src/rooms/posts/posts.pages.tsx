import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { Conflict } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { PostActions } from './actions';
import { EditMerge, EditPost, WithdrawPost } from './editing';
import { History } from './history';
import { PostFrames } from './post-frames.service';
import { editedPostForm, type PostView } from './post.schema';
import { Posts } from './posts.service';
import { actionsPath, currentPath, postPath } from '../room-paths';
import { roomPolicy } from '../room.policy';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { postPolicy } from './post.policy';

const id = z.guid();
const nothing = z.strictObject({});

/** Changing one's own words, taking them back, and what they were before. */
@Controller(':locale/posts/:id')
export class PostsPages {
  constructor(
    private readonly posts: Posts,
    private readonly frames: PostFrames,
    private readonly threads: Threads,
  ) {}

  /** Where it stands now: its thread, opened around it. */
  @Get()
  @Public()
  async current(
    @CurrentReader() { actor }: Reader,
    @Param('id', { schema: id }) postId: string,
  ): Promise<SeeOther> {
    const { view } = await this.posts.find(actor, postId);
    if (view.movedTo) return seeOther(currentPath(view.movedTo.id));
    return seeOther(postPath(view.threadId, view.number));
  }

  /** All that the reader can do with a post. */
  @Get('actions')
  @Public()
  async actions(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const post = await this.posts.find(actor, postId);
    if (post.withdrawnAt) return seeOther(currentPath(postId));
    const thread = await this.threads.find(actor, post.view.threadId);
    const { resolve, split } = threadPolicy.can(actor, thread);
    const may = {
      ...postPolicy.can(actor, post),
      ...{ resolve, split: split && post.view.number > 1, report: !actor.is(post.authorId) },
      conclude: roomPolicy.may(actor, 'keep', post.room) && !post.room.archivedAt,
    };
    return page({
      ...(await this.frames.of(reader, thread.id)),
      title: language.t('rooms:post.actions'),
      path: actionsPath(postId),
      body: <PostActions post={post.view} may={may} />,
    });
  }

  /** The form to edit a post. */
  @Get('edit')
  @SignedIn()
  async editing(@CurrentReader() reader: Reader, @Param('id', { schema: id }) postId: string): Promise<Page> {
    const post = await this.posts.forChange(reader.actor, postId, 'edit');
    const { body, locale, revision } = post;
    return this.editPage(reader, post, freshForm({ body, locale, revision: String(revision) }));
  }

  /** Saves new words; the old ones stay in the history. */
  @Post('edit')
  @SignedIn()
  async edit(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(editedPostForm, body, (input) =>
      this.posts.edit(reader.actor, postId, input),
    );
    if (answer.done)
      return seeOther(postPath(answer.result.threadId, answer.result.number), 'rooms:notice.edited');
    return this.editPage(reader, (await this.posts.find(reader.actor, postId)).view, answer.form);
  }

  /** Asks whether to withdraw a post. */
  @Get('withdraw')
  @SignedIn()
  async withdrawing(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
  ): Promise<Page> {
    const post = await this.posts.forChange(reader.actor, postId, 'withdraw');
    return this.withdrawPage(reader, post, freshForm());
  }

  /** Withdraws a post; its place stays. */
  @Post('withdraw')
  @SignedIn()
  async withdraw(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(nothing, body, () => this.posts.withdraw(reader.actor, postId));
    if (!answer.done)
      return this.withdrawPage(reader, (await this.posts.find(reader.actor, postId)).view, answer.form);
    const { threadId, number } = answer.result;
    return seeOther(postPath(threadId, number), 'rooms:notice.withdrawn');
  }

  /** Every wording that a post has had. */
  @Get('history')
  @Public()
  async history(@CurrentReader() reader: Reader, @Param('id', { schema: id }) postId: string): Promise<Page> {
    const { view } = await this.posts.find(reader.actor, postId);
    const { revision, body, html, locale } = view;
    const current = { revision, body, html, locale, writtenAt: view.editedAt ?? view.publishedAt };
    const older = await this.posts.revisions(reader.actor, postId);
    const versions = view.withdrawnAt ? [] : [current, ...older];
    return page({
      ...(await this.frames.of(reader, view.threadId)),
      title: reader.language.t('rooms:history.title'),
      body: <History post={view} versions={versions} />,
    });
  }

  private async editPage(reader: Reader, post: PostView, form: FormState): Promise<Page> {
    const merging = form.refusal instanceof Conflict;
    return page({
      ...(await this.frames.of(reader, post.threadId)),
      title: reader.language.t('rooms:edit.title'),
      path: `/posts/${post.id}/edit`,
      status: form.refusal?.status ?? 200,
      scripts: ['room'],
      body: merging ? <EditMerge post={post} typed={form.values} /> : <EditPost post={post} form={form} />,
    });
  }

  private async withdrawPage(reader: Reader, post: PostView, form: FormState): Promise<Page> {
    return page({
      ...(await this.frames.of(reader, post.threadId)),
      title: reader.language.t('rooms:withdraw.title'),
      path: `/posts/${post.id}/withdraw`,
      status: form.refusal?.status ?? 200,
      body: <WithdrawPost post={post} form={form} />,
    });
  }
}
