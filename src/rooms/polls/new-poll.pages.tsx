import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { newPostForm } from '../posts/post.schema';
import { Contributions } from '../newcomers/contributions.service';
import { RoomFrames } from '../room-frames.service';
import { postPath, threadPath } from '../room-paths';
import { Authors } from '../threads/authors.service';
import { threadPolicy } from '../threads/thread.policy';
import { Threads } from '../threads/threads.service';
import { NewPoll } from './new-poll';
import { freshPollValues, readPollForm } from './poll-form';
import { pollForm } from './poll.schema';

const id = z.guid();
const form = pollForm.extend(newPostForm.pick({ body: true, locale: true, clientId: true }).shape);

/** Asking by a poll: a post of the thread that holds one. */
@SignedIn()
@Controller(':locale/threads/:id/polls')
export class NewPollPages {
  constructor(
    private readonly threads: Threads,
    private readonly contributions: Contributions,
    private readonly authors: Authors,
    private readonly frames: RoomFrames,
  ) {}

  /** The form for a new poll. */
  @Get('new')
  async fresh(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    threadPolicy.allow(reader.actor, 'reply', await this.threads.find(reader.actor, threadId));
    const usual = await this.authors.usualLocale(reader.actor);
    const values = { clientId: randomUUID(), locale: usual ?? reader.language.locale, ...freshPollValues };
    return this.newPage(reader, threadId, freshForm(values));
  }

  /** Publishes the post with its poll. A repeated form is one post. */
  @Post()
  @RateLimit(60, 3600)
  async ask(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const answer = await attempt(form, body, async ({ body, locale, clientId, ...rest }) => {
      const poll = readPollForm(rest, language.timeZone);
      const input = { body, locale, clientId, replyToId: null, poll };
      return this.contributions.reply(actor, threadId, input);
    });
    if (!answer.done) return this.newPage(reader, threadId, answer.form);
    if ('held' in answer.result) return seeOther(`${threadPath(threadId)}#held`, 'rooms:notice.held');
    return seeOther(postPath(threadId, answer.result.post.number), 'rooms:poll.notice.published');
  }

  private async newPage(reader: Reader, threadId: string, state: FormState): Promise<Page> {
    const thread = await this.threads.view(reader.actor, threadId, reader.locales);
    const { room } = await this.threads.find(reader.actor, threadId);
    const { options } = await this.frames.of(reader, room);
    const { text, locale } = thread.title;
    return page({
      ...options,
      title: reader.language.t('rooms:poll.new'),
      hidden: true,
      crumbs: [...(options.crumbs ?? []), { label: text, path: threadPath(threadId), lang: locale }],
      path: `${threadPath(threadId)}/polls/new`,
      status: state.refusal?.status ?? 200,
      body: <NewPoll thread={thread} form={state} />,
    });
  }
}
