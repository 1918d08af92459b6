import { Body, Controller, Get, HttpCode, Param, Post, UploadedFile } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt, typed } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { UploadToDisk, type IncomingFile } from '../../core/http/upload';
import { Drafts } from '../drafts/drafts.service';
import { Replies } from '../moving/replies.service';
import { Contributions, type Contributed } from '../newcomers/contributions.service';
import { BroughtFiles } from '../posts/brought-files.service';
import { postPath, threadPath } from '../room-paths';
import { Authors } from '../threads/authors.service';
import { ThreadFrames } from '../threads/thread-frames.service';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { NewPoll } from './new-poll';
import { besideFile, newPollForm } from './new-poll.schema';
import { freshPollValues, readPollForm } from './poll-form';

const id = z.guid();

/** What comes along from where one writes in the thread. */
const CARRIED = ['body', 'locale', 'replyToId', 'fileIds'];

/** Asking by a poll: a post of the thread that holds one. */
@SignedIn()
@Controller(':locale/threads/:id/polls')
export class NewPollPages {
  constructor(
    private readonly threads: Threads,
    private readonly replies: Replies,
    private readonly contributions: Contributions,
    private readonly files: BroughtFiles,
    private readonly authors: Authors,
    private readonly frames: ThreadFrames,
    private readonly drafts: Drafts,
  ) {}

  /** The form for a new poll. */
  @Get('new')
  async fresh(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    threadPolicy.allow(reader.actor, 'reply', await this.threads.find(reader.actor, threadId));
    return this.newPage(reader, threadId, freshForm(await this.freshValues(reader)));
  }

  /** The same form, with what was being written in the thread. */
  @Post('new')
  @HttpCode(200)
  @RateLimit(120, 60)
  @UploadToDisk('file')
  async goOn(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ): Promise<Page> {
    const { form, sent } = await this.takeIn(reader, threadId, file, body);
    const carried = Object.entries(typed(sent)).filter(([name, value]) => value && CARRIED.includes(name));
    const fresh = await this.freshValues(reader);
    const values = { ...fresh, ...Object.fromEntries(carried), composed: 'yes' };
    return this.newPage(reader, threadId, form ? { ...form, values } : freshForm(values));
  }

  /** Publishes the post with its poll. A repeated form is one post. */
  @Post()
  @RateLimit(60, 3600)
  @UploadToDisk('file')
  async ask(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) asked: string,
    @UploadedFile() file: IncomingFile | undefined,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor } = reader;
    const { id: threadId } = await this.replies.placeOf(actor, asked);
    const { form, sent } = await this.takeIn(reader, threadId, file, body);
    if (form) return this.newPage(reader, threadId, form);
    const answer = await attempt(newPollForm, sent, (input) => this.publish(reader, threadId, input));
    if (!answer.done) return this.newPage(reader, threadId, answer.form);
    if ('held' in answer.result) return seeOther(`${threadPath(threadId)}#held`, 'rooms:notice.held');
    const { post } = answer.result;
    return seeOther(postPath(post.threadId, post.number), 'rooms:poll.notice.published');
  }

  private async publish(
    { actor, language }: Reader,
    threadId: string,
    input: z.output<typeof newPollForm>,
  ): Promise<Contributed> {
    const { body, locale, clientId, replyToId, fileIds, composed, fileAlt: _, ...rest } = input;
    const poll = readPollForm(rest, language.timeZone);
    const post = { body, locale, clientId, replyToId, fileIds, poll };
    const said = await this.contributions.reply(actor, threadId, post);
    const { roomId } = 'held' in said ? said.held : said.post;
    if (composed) await this.drafts.drop(actor, { roomId, threadId });
    return said;
  }

  /** A file is kept at once, so that it is not lost with what is wrong elsewhere in the form. */
  private async takeIn(
    { actor }: Reader,
    threadId: string,
    file: IncomingFile | undefined,
    body: unknown,
  ): Promise<{ form?: FormState; sent: Record<string, unknown> }> {
    const sent = { ...(body as Record<string, unknown> | undefined) };
    if (!file || (file.size === 0 && !file.originalname)) return { sent };
    const answer = await attempt(besideFile, body, (input) => this.files.bring(actor, threadId, file, input));
    if (!answer.done) return { form: answer.form, sent };
    const { fileIds = '' } = typed(sent);
    return { sent: { ...sent, fileIds: [fileIds, ...answer.result].filter(Boolean).join(','), fileAlt: '' } };
  }

  private async freshValues({ actor, language }: Reader): Promise<Record<string, string>> {
    const usual = await this.authors.usualLocale(actor);
    return { clientId: randomUUID(), locale: usual ?? language.locale, ...freshPollValues };
  }

  private async newPage(reader: Reader, threadId: string, state: FormState): Promise<Page> {
    const thread = await this.threads.find(reader.actor, threadId);
    const view = await this.threads.view(reader.actor, threadId, reader.locales);
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:poll.new'),
      path: `${threadPath(threadId)}/polls/new`,
      status: state.refusal?.status ?? 200,
      scripts: ['room'],
      body: <NewPoll thread={view} form={state} />,
    });
  }
}
