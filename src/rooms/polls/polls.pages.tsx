import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { KeptPages } from '../../core/http/kept-pages.service';
import {
  page,
  seeOther,
  type KeptPage,
  type Page,
  type PageOptions,
  type SeeOther,
} from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { postPath, threadPath } from '../room-paths';
import { Threads } from '../threads/threads.service';
import { ClosingTimes } from './closing-times.service';
import { EditPoll } from './new-poll';
import { PollPart } from './poll';
import { pollFormValues, readPollForm } from './poll-form';
import { PollKeeping } from './poll-keeping.service';
import { PollBody } from './poll-page';
import { pollPath } from './poll-paths';
import { pollPolicy } from './poll.policy';
import { editedPollForm, voteForm, type PollView } from './poll.schema';
import { Polls } from './polls.service';
import { Voting } from './voting.service';

const id = z.guid();
const nothing = z.strictObject({});
const number = z.coerce.number().int().min(0).max(2_147_483_647).default(0).catch(0);
const window = z.object({ after: number });

/** A poll by itself, and what one does with it. */
@Controller(':locale/polls/:id')
export class PollsPages {
  constructor(
    private readonly polls: Polls,
    private readonly voting: Voting,
    private readonly keeping: PollKeeping,
    private readonly times: ClosingTimes,
    private readonly threads: Threads,
    private readonly frames: RoomFrames,
    private readonly kept: KeptPages,
  ) {}

  /** What came of it so far, and who chose what. */
  @Get()
  @Public()
  async view(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
    @Query({ schema: window }) { after }: z.output<typeof window>,
  ): Promise<Page> {
    const poll = await this.polls.read(reader, pollId);
    return this.pollPage(reader, poll, freshForm(), after);
  }

  /** The part of a page that a poll is, to be renewed by a script. */
  @Get('part')
  @Public()
  async part(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
  ): Promise<Page | KeptPage> {
    const read = () => this.polls.read(reader, pollId);
    return this.kept.orDraw(
      reader,
      async () => [await read()],
      async () => page({ title: '', bare: true, body: <PollPart poll={await read()} /> }),
    );
  }

  /** Votes, votes otherwise, or takes the vote back. */
  @Post('vote')
  @SignedIn()
  @RateLimit(60, 60)
  async vote(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const answer = await attempt(voteForm, body, async ({ act, choices, reason, locale }) => {
      if (act === 'take_back') await this.voting.takeBack(actor, pollId);
      else
        await this.voting.vote(actor, pollId, {
          choices: [choices ?? []].flat(),
          reason: reason?.trim() || null,
          locale: locale ?? language.locale,
        });
      return act;
    });
    const poll = await this.polls.read(reader, pollId);
    if (!answer.done) return this.pollPage(reader, poll, answer.form);
    const taken = answer.result === 'take_back';
    return seeOther(
      postPath(poll.threadId, poll.postNumber),
      taken ? 'rooms:poll.notice.taken_back' : 'rooms:poll.notice.voted',
    );
  }

  /** Closes it now. */
  @Post('close')
  @SignedIn()
  async close(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(nothing, body, () => this.keeping.close(reader.actor, pollId));
    const poll = await this.polls.read(reader, pollId);
    if (!answer.done) return this.pollPage(reader, poll, answer.form);
    return seeOther(pollPath(pollId), 'rooms:poll.notice.closed');
  }

  /** The form to change it, as long as nobody has voted. */
  @Get('edit')
  @SignedIn()
  async editing(@CurrentReader() reader: Reader, @Param('id', { schema: id }) pollId: string): Promise<Page> {
    const poll = await this.keeping.forEditing(reader.actor, pollId);
    return this.editPage(reader, pollId, freshForm(pollFormValues(poll, reader.language.timeZone)));
  }

  /** Changes it. */
  @Post('edit')
  @SignedIn()
  async edit(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const answer = await attempt(editedPollForm, body, ({ edition, ...form }) =>
      this.keeping.edit(actor, pollId, {
        ...readPollForm(form, language.timeZone),
        baseEdition: edition,
      }),
    );
    if (!answer.done) return this.editPage(reader, pollId, answer.form);
    const { threadId, postNumber } = await this.polls.find(actor, pollId);
    return seeOther(postPath(threadId, postNumber), 'rooms:poll.notice.edited');
  }

  private async pollPage(reader: Reader, poll: PollView, form: FormState, after = 0): Promise<Page> {
    const [votes, history] = await Promise.all([
      this.polls.votes(reader.actor, poll.id, after),
      this.times.history(reader.actor, poll.id),
    ]);
    return page({
      ...(await this.frame(reader, poll)),
      title: poll.question.text,
      path: pollPath(poll.id),
      status: form.refusal?.status ?? 200,
      body: <PollBody poll={poll} votes={votes} history={history} form={form} />,
    });
  }

  /** Somebody may have voted meanwhile: what was typed is shown all the same. */
  private async editPage(reader: Reader, pollId: string, form: FormState): Promise<Page> {
    const poll = await this.polls.find(reader.actor, pollId);
    if (!form.refusal) pollPolicy.allow(reader.actor, 'edit', poll);
    return page({
      ...(await this.frame(reader, poll)),
      title: reader.language.t('rooms:poll.edit'),
      path: pollPath(pollId, 'edit'),
      hidden: true,
      status: form.refusal?.status ?? 200,
      body: <EditPoll poll={poll} form={form} />,
    });
  }

  /** Colour, funding and the way back to the thread. */
  private async frame(
    reader: Reader,
    { threadId }: Pick<PollView, 'threadId'>,
  ): Promise<Omit<PageOptions, 'title' | 'body'>> {
    const thread = await this.threads.view(reader.actor, threadId, reader.locales);
    const { room } = await this.threads.find(reader.actor, threadId);
    const { options } = await this.frames.of(reader, room);
    const { text, locale } = thread.title;
    const back = { label: text, path: threadPath(threadId), lang: locale };
    return { ...options, crumbs: [...(options.crumbs ?? []), back] };
  }
}
