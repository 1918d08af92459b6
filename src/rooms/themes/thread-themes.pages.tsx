import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { threadPath } from '../room-paths';
import { ThreadFrames } from '../threads/thread-frames.service';
import { chosenThemes } from '../threads/thread.schema';
import { ThemesOfThread } from './themes-of-thread';
import { ThreadThemes } from './thread-themes.service';

const id = z.guid();
const themesForm = z.strictObject({ themes: chosenThemes });

/** Saying what a thread is about. */
@SignedIn()
@Controller(':locale/threads/:id/themes')
export class ThreadThemesPages {
  constructor(
    private readonly themes: ThreadThemes,
    private readonly frames: ThreadFrames,
  ) {}

  /** The form for the themes. */
  @Get()
  async ask(@CurrentReader() reader: Reader, @Param('id', { schema: id }) threadId: string): Promise<Page> {
    const { themes } = await this.themes.forTheming(reader.actor, threadId);
    return this.themesPage(reader, threadId, freshForm({ themes: themes.join(',') }));
  }

  /** Saves them. */
  @Post()
  @RateLimit(120, 60)
  async choose(
    @CurrentReader() reader: Reader,
    @Param('id', { schema: id }) threadId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(themesForm, body, ({ themes }) =>
      this.themes.choose(reader.actor, threadId, themes),
    );
    if (!answer.done) return this.themesPage(reader, threadId, answer.form);
    return seeOther(threadPath(threadId), 'rooms:notice.themed');
  }

  private async themesPage(reader: Reader, threadId: string, form: FormState): Promise<Page> {
    const thread = await this.themes.forTheming(reader.actor, threadId);
    return page({
      ...(await this.frames.of(reader, thread)),
      title: reader.language.t('rooms:themes.title'),
      path: `${threadPath(threadId)}/themes`,
      status: form.refusal?.status ?? 200,
      body: <ThemesOfThread thread={thread} form={form} />,
    });
  }
}
