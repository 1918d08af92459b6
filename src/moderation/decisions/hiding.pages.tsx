import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { postPath } from '../../rooms/room-paths';
import { ModerationFrames } from '../moderation-frames.service';
import { hiddenPost } from './decision.schema';
import { Decisions } from './decisions.service';
import { HidePost } from './hide-post';

const id = z.guid();

/** Hiding a post from where it stands, with a reason. */
@SignedIn()
@Controller(':locale/posts/:id/hide')
export class HidingPages {
  constructor(
    private readonly decisions: Decisions,
    private readonly frames: ModerationFrames,
  ) {}

  @Get()
  ask(@CurrentReader() reader: Reader, @Param('id', { schema: id }) postId: string) {
    return this.show(reader, postId, freshForm({ locale: reader.language.locale }));
  }

  @Post()
  @RateLimit(300, 3600)
  async hide(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) postId: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(hiddenPost, body, (input) =>
      this.decisions.hide(reader.actor, postId, input),
    );
    if (!answer.done) return this.show(reader, postId, answer.form);
    const { post } = answer.result;
    return seeOther(postPath(post.threadId, post.number), 'moderation:notice.hidden');
  }

  private async show(reader: Reader, postId: string, form: FormState) {
    const { view, reads } = await this.decisions.forHiding(reader.actor, postId);
    return page({
      ...(await this.frames.ofPost(reader, view)),
      title: reader.language.t('moderation:hide.title'),
      path: `/posts/${postId}/hide`,
      status: form.refusal?.status ?? 200,
      body: <HidePost post={view} form={form} reads={reads} />,
    });
  }
}
