import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { threadPath } from '../room-paths';
import { ThreadFrames } from '../threads/thread-frames.service';
import { MergeThread } from './merge-thread';
import { MOST_CHOSEN } from './moving.schema';
import { OpenRooms } from './open-rooms.service';
import { SplitThread } from './split-thread';
import { Splitting } from './splitting.service';
import { mergeForm, splitForm, TargetForms } from './target-forms.service';

const id = z.guid();
const number = z.coerce.number().int().min(1).max(2_147_483_647);
const splitQuery = z.object({ from: number.optional().catch(undefined) });

/** Making two threads of one, and one of two. */
@SignedIn()
@Controller(':locale/threads/:id')
export class SplittingPages {
  constructor(
    private readonly splitting: Splitting,
    private readonly targets: TargetForms,
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

  /** Splits it, or looks for the thread that the posts should go to. */
  @Post('split')
  @RateLimit(120, 3600)
  async split(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'split');
    const answer = await this.targets.read(reader, thread, body, async (fields, sure) =>
      attempt(splitForm, fields, async (input) => {
        await sure(input);
        return this.splitting.split(reader.actor, threadId, input);
      }),
    );
    if (answer.done) return seeOther(threadPath(answer.result), 'rooms:notice.split');
    return this.splitPage(reader, threadId, answer.form, number.safeParse(answer.form.values['from']).data);
  }

  /** The threads that it can go into. */
  @Get('merge')
  askMerge(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    return this.mergePage(reader, threadId, freshForm());
  }

  /** Merges it, or looks for the other thread. */
  @Post('merge')
  @RateLimit(120, 3600)
  async merge(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'merge');
    const answer = await this.targets.read(reader, thread, body, async (fields, sure) =>
      attempt(mergeForm, fields, async (input) => {
        await sure(input);
        await this.splitting.merge(reader.actor, threadId, input.threadId);
      }),
    );
    if (answer.done) return seeOther(threadPath(threadId), 'rooms:notice.merged');
    return this.mergePage(reader, threadId, answer.form);
  }

  private async splitPage(reader: Reader, threadId: string, state: FormState, from?: number): Promise<Page> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'split');
    const [posts, { form, threads }, rooms] = await Promise.all([
      this.splitting.choice(thread, from, MOST_CHOSEN),
      this.targets.shown(reader, thread, state),
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

  private async mergePage(reader: Reader, threadId: string, state: FormState): Promise<Page> {
    const thread = await this.splitting.forChange(reader.actor, threadId, 'merge');
    const { form, threads } = await this.targets.shown(reader, thread, state);
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:merge.title'),
      path: `${threadPath(threadId)}/merge`,
      status: form.refusal?.status ?? 200,
      body: <MergeThread thread={thread} form={form} threads={threads} />,
    });
  }
}
