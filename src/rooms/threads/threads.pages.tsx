import { Body, Controller, Get, Param, Post, Query, UploadedFile } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { Public, SignedIn } from '../../core/access/marks';
import { NotFound } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { KeptPages } from '../../core/http/kept-pages.service';
import { page, seeOther, type KeptPage, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { UploadToDisk, type IncomingFile } from '../../core/http/upload';
import { Drafts } from '../drafts/drafts.service';
import { BroughtFiles } from '../posts/brought-files.service';
import { newPostForm, type NewPost, type PostView } from '../posts/post.schema';
import { Contributions, type Contributed } from '../newcomers/contributions.service';
import { Posts } from '../posts/posts.service';
import { PresenceBoard } from '../live/presence.service';
import { Merged } from '../moving/forwarding';
import { Replies } from '../moving/replies.service';
import { quotation } from '../posts/quotation';
import { RoomCompanions } from '../room-companion';
import { RoomFrames } from '../room-frames.service';
import { postPath, roomPath, threadPath } from '../room-paths';
import { feedPath } from '../feeds/feed-link';
import { ThreadBody } from './thread';
import { ThreadReading, type Sitting } from './thread-reading.service';
import { Threads } from './threads.service';

const id = z.guid();
const number = z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined);
const post = id.optional().catch(undefined);
/** An address that people mistyped shows the thread all the same. */
const threadQuery = z.object({
  ...{ before: number, after: number, around: number, since: number, reply: post, quote: post },
});
type ThreadQuery = Partial<z.output<typeof threadQuery>>;

/** Reading a thread and answering in it. */
@Controller(':locale/threads/:id')
export class ThreadsPages {
  constructor(
    private readonly reading: ThreadReading,
    private readonly threads: Threads,
    private readonly posts: Posts,
    private readonly replies: Replies,
    private readonly contributions: Contributions,
    private readonly presence: PresenceBoard,
    private readonly frames: RoomFrames,
    private readonly kept: KeptPages,
    private readonly files: BroughtFiles,
    private readonly companions: RoomCompanions,
    private readonly drafts: Drafts,
  ) {}

  /** A stretch of a thread, and where to write. */
  @Get()
  @Public()
  async view(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: threadQuery }) query: ThreadQuery,
  ): Promise<Page | KeptPage | SeeOther> {
    try {
      return await this.kept.orDraw(
        reader,
        () => this.stateOf(reader, threadId),
        () => this.freshPage(reader, threadId, query),
      );
    } catch (error) {
      if (error instanceof Merged) return seeOther(await this.reading.leadOn(error, query.around));
      throw error;
    }
  }

  /** Every post, edit and withdrawal moves the room's last number. */
  private async stateOf(reader: Reader, threadId: string): Promise<unknown[]> {
    const thread = await this.threads.find(reader.actor, threadId);
    if (thread.mergedIntoId) throw new Merged(thread);
    const [presence, frame] = await Promise.all([
      this.presence.of(thread.roomId),
      this.frames.of(reader, thread.room),
    ]);
    return [thread, presence, frame, new Date().getFullYear()];
  }

  private async freshPage(reader: Reader, threadId: string, query: ThreadQuery): Promise<Page> {
    const answered = await this.answered(reader.actor, threadId, query.reply ?? query.quote);
    const values = {
      clientId: randomUUID(),
      replyToId: answered?.id ?? '',
      body: query.quote && answered ? quotation(answered) : '',
    };
    return this.threadPage(reader, threadId, query, freshForm(values), answered);
  }

  /** A refused reply stands at this address: what it links to in its thread, and what is loaded anew, is the thread. */
  @Get('posts')
  @Public()
  again(
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: threadQuery }) query: ThreadQuery,
  ): SeeOther {
    const told = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const asked = new URLSearchParams(told).toString();
    return seeOther(`${threadPath(threadId)}${asked && `?${asked}`}`);
  }

  /** Publishes a reply. A repeated form is one post; a form that was changed and sent again is another one. */
  @Post('posts')
  @SignedIn()
  @RateLimit(120, 60)
  @UploadToDisk('file')
  async reply(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) asked: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { id: threadId } = await this.replies.placeOf(reader.actor, asked);
    const answer = await attempt(newPostForm, body, async ({ fileAlt, ...input }) => {
      const fileIds = await this.files.bring(reader.actor, threadId, file, { fileAlt, locale: input.locale });
      const said = await this.send(reader.actor, threadId, { ...input, fileIds });
      const { roomId } = 'held' in said ? said.held : said.post;
      await this.drafts.sent(reader.actor, { roomId, threadId }, input.body);
      return said;
    });
    if (answer.done) {
      const { result } = answer;
      if ('held' in result) return seeOther(`${threadPath(threadId)}#held`, 'rooms:notice.held');
      return seeOther(postPath(result.post.threadId, result.post.number));
    }
    const replyTo = post.parse(answer.form.values['replyToId']);
    const answered = await this.answered(reader.actor, threadId, replyTo);
    return this.threadPage(reader, threadId, {}, answer.form, answered);
  }

  private async send(actor: Actor, threadId: string, input: NewPost): Promise<Contributed> {
    const sent = await this.contributions.reply(actor, threadId, input);
    if ('held' in sent ? sent.held.body === input.body : !sent.repeated || sent.post.body === input.body)
      return sent;
    return this.contributions.reply(actor, threadId, { ...input, clientId: randomUUID() });
  }

  private async answered(actor: Actor, threadId: string, postId?: string): Promise<PostView | undefined> {
    if (!postId) return undefined;
    try {
      const { view } = await this.posts.find(actor, postId);
      return view.threadId === threadId && !view.withdrawnAt ? view : undefined;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  private async threadPage(
    reader: Reader,
    threadId: string,
    { before, after, around, since }: ThreadQuery,
    form: FormState,
    answered?: PostView,
  ): Promise<Page> {
    const sitting = await this.reading.open(reader, threadId, { before, after, around });
    const { room, thread } = sitting;
    const [{ place, options }, presence, beside] = await Promise.all([
      this.frames.of(reader, room),
      this.presence.of(room.id),
      this.companions.inThread({ ...reader, locales: sitting.locales }, room, thread, sitting.companions),
    ]);
    const parts = {
      sitting,
      unreadAfter: since ?? sitting.thread.readUpTo,
      place,
      presence,
      beside,
      form: inUsualLanguage(form, sitting, reader),
      ...(answered && { answered }),
    };
    return page({
      ...options,
      title: thread.title.text,
      ...(room.visibility === 'public' && {
        feed: { path: feedPath(threadPath(thread.id)), title: thread.title.text },
      }),
      crumbs: [
        ...(options.crumbs ?? []),
        { label: room.name.text, path: roomPath(room.slug), lang: room.name.locale },
      ],
      ...(form.refusal && { path: threadPath(threadId) }),
      status: form.refusal?.status ?? 200,
      scripts: ['room'],
      body: <ThreadBody {...parts} />,
    });
  }
}

/** A post is most likely written in the language of the one before it. */
function inUsualLanguage(form: FormState, { usualLocale }: Sitting, { language }: Reader): FormState {
  return { ...form, values: { locale: usualLocale ?? language.locale, ...form.values } };
}
