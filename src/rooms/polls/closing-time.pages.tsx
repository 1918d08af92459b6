import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { ThreadFrames } from '../threads/thread-frames.service';
import { Threads } from '../threads/threads.service';
import { MoveClosingTime } from './closing-time';
import { ClosingTimes } from './closing-times.service';
import { momentValues, readClosingTime } from './poll-form';
import { pollPath } from './poll-paths';
import { closingTimeForm } from './poll.schema';
import { Polls } from './polls.service';

const id = z.guid();

/** Moving the time at which a poll closes. */
@SignedIn()
@Controller(':locale/polls/:id/closing-time')
export class ClosingTimePages {
  constructor(
    private readonly times: ClosingTimes,
    private readonly polls: Polls,
    private readonly threads: Threads,
    private readonly frames: ThreadFrames,
  ) {}

  /** The form, with the time as it is. */
  @Get()
  async ask(@CurrentReader() reader: Reader, @Param('id', { schema: id }) pollId: string): Promise<Page> {
    const poll = await this.times.forMoving(reader.actor, pollId);
    return this.timePage(reader, pollId, freshForm(momentValues(poll, reader.language.timeZone)));
  }

  /** Moves it. */
  @Post()
  @RateLimit(20, 3600)
  async move(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) pollId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const { actor, language } = reader;
    const answer = await attempt(closingTimeForm, body, ({ was, ...form }) =>
      this.times.move(actor, pollId, {
        closesAt: readClosingTime(form, language.timeZone),
        baseClosesAt: was,
      }),
    );
    if (!answer.done) return this.timePage(reader, pollId, answer.form);
    return seeOther(pollPath(pollId), 'rooms:poll.notice.rescheduled');
  }

  private async timePage(reader: Reader, pollId: string, form: FormState): Promise<Page> {
    const { closesAt, threadId } = await this.polls.find(reader.actor, pollId);
    const thread = await this.threads.find(reader.actor, threadId);
    const poll = await this.polls.read(reader, pollId);
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:poll.reschedule'),
      path: pollPath(pollId, 'closing-time'),
      status: form.refusal?.status ?? 200,
      body: <MoveClosingTime poll={poll} was={closesAt} form={form} />,
    });
  }
}
