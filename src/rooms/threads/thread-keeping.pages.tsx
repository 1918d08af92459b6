import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { SignedIn } from '../../core/access/marks';
import { Conflict } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Drafts } from '../drafts/drafts.service';
import { Authors } from './authors.service';
import { NewThread, RenameThread, RenameMerge } from './new-thread';
import { freshPollValues, readOptionalPoll } from '../polls/poll-form';
import { RoomFrames } from '../room-frames.service';
import { Contributions, type Contributed } from '../newcomers/contributions.service';
import { heldPath, postPath, roomPath, threadPath } from '../room-paths';
import { Rooms } from '../rooms.service';
import { slug } from '../rooms.pages';
import { newThreadForm, renamedThreadForm, type NewThread as NewThreadInput } from './thread.schema';
import { Threads } from './threads.service';

const id = z.guid();

/** Opening threads, and keeping them in order. */
@SignedIn()
@Controller(':locale')
export class ThreadKeepingPages {
  constructor(
    private readonly rooms: Rooms,
    private readonly threads: Threads,
    private readonly contributions: Contributions,
    private readonly authors: Authors,
    private readonly frames: RoomFrames,
    private readonly drafts: Drafts,
  ) {}

  /** The form for a new thread. */
  @Get('rooms/:slug/threads/new')
  async fresh(@CurrentReader() reader: Reader, @Param('slug', { schema: slug }) key: string): Promise<Page> {
    const usual = await this.authors.usualLocale(reader.actor);
    const values = { clientId: randomUUID(), locale: usual ?? reader.language.locale, ...freshPollValues };
    return this.newPage(reader, key, freshForm(values));
  }

  /** Opens a thread with its first post. A repeated form is one thread; a changed one is another. */
  @Post('rooms/:slug/threads')
  @RateLimit(60, 3600)
  async open(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slug }) key: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { timeZone } = reader.language;
    const answer = await attempt(
      newThreadForm,
      body,
      ({ title, body: words, locale, clientId, themes, ...rest }) =>
        this.send(reader, key, {
          ...{ title, body: words, locale, clientId, themes },
          ...readOptionalPoll(rest, timeZone),
        }),
    );
    if (!answer.done) return this.newPage(reader, key, answer.form);
    if ('held' in answer.result) return seeOther(heldPath(answer.result.held.id), 'rooms:notice.held');
    const { post } = answer.result;
    return seeOther(postPath(post.threadId, post.number), 'rooms:notice.thread_opened');
  }

  /** The form for a new title. */
  @Get('threads/:id/rename')
  async renaming(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
  ): Promise<Page> {
    const { title, revision } = await this.threads.forRenaming(reader.actor, threadId);
    return this.renamePage(reader, threadId, freshForm({ title, revision: String(revision) }));
  }

  /** Changes the title. */
  @Post('threads/:id/rename')
  async rename(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor } = reader;
    const answer = await attempt(renamedThreadForm, body, (input) =>
      this.threads.rename(actor, threadId, input),
    );
    if (!answer.done) return this.renamePage(reader, threadId, answer.form);
    return seeOther(threadPath(threadId), 'rooms:notice.renamed');
  }

  /** Replies are welcome again. */
  @Post('threads/:id/reopen')
  async reopen(@CurrentReader() { actor }: Reader, @Param('id', { schema: id }) threadId: string) {
    await this.threads.reopen(actor, threadId);
    return seeOther(threadPath(threadId), 'rooms:notice.reopened');
  }

  /** Stands first in its room. */
  @Post('threads/:id/pin')
  async pin(@CurrentReader() { actor }: Reader, @Param('id', { schema: id }) threadId: string) {
    await this.threads.pin(actor, threadId);
    return seeOther(threadPath(threadId), 'rooms:notice.pinned');
  }

  /** Stands among the others again. */
  @Post('threads/:id/unpin')
  async unpin(@CurrentReader() { actor }: Reader, @Param('id', { schema: id }) threadId: string) {
    await this.threads.unpin(actor, threadId);
    return seeOther(threadPath(threadId), 'rooms:notice.unpinned');
  }

  /** What was kept of it is no draft any more. */
  private async send({ actor }: Reader, key: string, input: NewThreadInput): Promise<Contributed> {
    const said = await this.openOnce(actor, key, input);
    const { roomId } = 'held' in said ? said.held : said.post;
    await this.drafts.sent(actor, { roomId, threadId: null }, input.body);
    return said;
  }

  private async openOnce(actor: Actor, key: string, input: NewThreadInput): Promise<Contributed> {
    const opened = await this.contributions.open(actor, key, input);
    if (
      'held' in opened ? opened.held.body === input.body : !opened.repeated || opened.post.body === input.body
    )
      return opened;
    return this.contributions.open(actor, key, { ...input, clientId: randomUUID() });
  }

  private async newPage(reader: Reader, key: string, form: FormState): Promise<Page> {
    const room = await this.rooms.forOpening(reader.actor, key, reader.locales);
    const { options } = await this.frames.of(reader, room);
    return page({
      ...options,
      title: reader.language.t('rooms:thread.open'),
      crumbs: [
        ...(options.crumbs ?? []),
        { label: room.name.text, path: roomPath(room.slug), lang: room.name.locale },
      ],
      path: `${roomPath(room.slug)}/threads/new`,
      status: form.refusal?.status ?? 200,
      scripts: ['room'],
      body: <NewThread room={room} form={form} />,
    });
  }

  private async renamePage(reader: Reader, threadId: string, form: FormState): Promise<Page> {
    const thread = await this.threads.forRenaming(reader.actor, threadId);
    const { options } = await this.frames.of(reader, thread.room);
    const merging = form.refusal instanceof Conflict;
    return page({
      ...options,
      title: reader.language.t('rooms:thread.rename'),
      crumbs: [
        ...(options.crumbs ?? []),
        { label: thread.title, path: threadPath(threadId), lang: thread.locale },
      ],
      path: `${threadPath(threadId)}/rename`,
      status: form.refusal?.status ?? 200,
      body: merging ? (
        <RenameMerge thread={thread} typed={form.values['title'] ?? ''} />
      ) : (
        <RenameThread id={threadId} lang={thread.locale} form={form} />
      ),
    });
  }
}
