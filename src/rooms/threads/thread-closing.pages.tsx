import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { RoomFrames } from '../room-frames.service';
import { threadPath } from '../room-paths';
import { CloseThread } from './closing';
import { threadPolicy } from './thread.policy';
import { closing } from './thread.schema';
import { Threads } from './threads.service';

const id = z.guid();

/** Closing a thread, and saying why. */
@SignedIn()
@Controller(':locale/threads/:id')
export class ThreadClosingPages {
  constructor(
    private readonly threads: Threads,
    private readonly frames: RoomFrames,
  ) {}

  /** The form to close a thread with a reason. */
  @Get('close')
  closing(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    return this.formPage(reader, threadId, freshForm({ locale: reader.language.locale }));
  }

  /** Nobody replies any more. */
  @Post('close')
  async close(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(closing, body, (reason) =>
      this.threads.close(reader.actor, threadId, reason),
    );
    if (!answer.done) return this.formPage(reader, threadId, answer.form);
    return seeOther(threadPath(threadId), 'rooms:notice.closed');
  }

  private async formPage(reader: Reader, threadId: string, form: FormState): Promise<Page> {
    const thread = await this.threads.find(reader.actor, threadId);
    threadPolicy.allow(reader.actor, 'close', thread);
    const { options } = await this.frames.of(reader, thread.room);
    return page({
      ...options,
      title: reader.language.t('rooms:closing.title'),
      crumbs: [
        ...(options.crumbs ?? []),
        { label: thread.title, path: threadPath(threadId), lang: thread.locale },
      ],
      path: `${threadPath(threadId)}/close`,
      hidden: true,
      status: form.refusal?.status ?? 200,
      body: <CloseThread thread={thread} form={form} />,
    });
  }
}
