import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Option } from '../../ui/parts/choice';
import { threadPath } from '../room-paths';
import { ThreadFrames } from '../threads/thread-frames.service';
import { Threads } from '../threads/threads.service';
import { MOST_CHOSEN, mergedThread, splitThread } from './moving.schema';
import { OpenRooms } from './open-rooms.service';
import { MergeThread, SplitThread } from './split-thread';
import { Splitting } from './splitting.service';

const id = z.guid();
const number = z.coerce.number().int().min(1).max(2_147_483_647);
const splitQuery = z.object({ from: number.optional().catch(undefined) });

/** Forms send '' for what is not said, and one box as a string. */
const splitForm = z.preprocess((sent) => {
  const fields = Object.entries(sent as object).filter(([, value]) => value !== '');
  return Object.fromEntries(
    fields.map(([name, value]) => [name, name === 'postIds' ? [value].flat() : value]),
  );
}, splitThread);

/** Making two threads of one, and one of two. */
@SignedIn()
@Controller(':locale/threads/:id')
export class SplittingPages {
  constructor(
    private readonly splitting: Splitting,
    private readonly threads: Threads,
    private readonly rooms: OpenRooms,
    private readonly frames: ThreadFrames,
  ) {}

  /** The posts to choose from, or all from one on. */
  @Get('split')
  async askSplit(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Query({ schema: splitQuery }) { from }: z.output<typeof splitQuery>,
  ): Promise<Page> {
    const { locale, roomId } = await this.splitting.forChange(reader.actor, threadId, 'split');
    return this.splitPage(reader, threadId, freshForm({ locale, roomId }), from);
  }

  /** Splits it. */
  @Post('split')
  @RateLimit(120, 3600)
  async split(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(splitForm, body, (input) =>
      this.splitting.split(reader.actor, threadId, input),
    );
    if (answer.done) return seeOther(threadPath(answer.result), 'rooms:notice.split');
    return this.splitPage(reader, threadId, answer.form, number.safeParse(answer.form.values['from']).data);
  }

  /** The threads that it can go into. */
  @Get('merge')
  askMerge(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    return this.mergePage(reader, threadId, freshForm());
  }

  /** Merges it. */
  @Post('merge')
  @RateLimit(120, 3600)
  async merge(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(mergedThread, body, ({ threadId: into }) =>
      this.splitting.merge(reader.actor, threadId, into),
    );
    if (answer.done) return seeOther(threadPath(threadId), 'rooms:notice.merged');
    return this.mergePage(reader, threadId, answer.form);
  }

  private async splitPage(reader: Reader, threadId: string, form: FormState, from?: number): Promise<Page> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'split');
    const [posts, threads, rooms] = await Promise.all([
      this.splitting.choice(thread, from, MOST_CHOSEN),
      this.others(reader, thread),
      this.rooms.options(reader),
    ]);
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:split.title'),
      path: `${threadPath(threadId)}/split`,
      status: form.refusal?.status ?? 200,
      body: <SplitThread {...{ thread, form, posts, threads, rooms }} {...(from && { from })} />,
    });
  }

  private async mergePage(reader: Reader, threadId: string, form: FormState): Promise<Page> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'merge');
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:merge.title'),
      path: `${threadPath(threadId)}/merge`,
      status: form.refusal?.status ?? 200,
      body: <MergeThread thread={thread} form={form} threads={await this.others(reader, thread)} />,
    });
  }

  /** The newest threads of the same room that can be written in. */
  private async others(reader: Reader, { id, roomId }: { id: string; roomId: string }): Promise<Option[]> {
    const { threads } = await this.threads.list(reader.actor, roomId, { limit: 100 }, reader.locales);
    return threads
      .filter((thread) => thread.id !== id && thread.can.reply)
      .map((thread) => ({ value: thread.id, label: thread.title.text, lang: thread.title.locale }));
  }
}
