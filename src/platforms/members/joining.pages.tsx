import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Join, Leave } from './joining';
import { Joining } from './joining.service';
import { joinInput, noInput } from './membership.schema';
import { PlatformFrames } from '../platform-frames.service';
import { platformSlug } from '../platform.schema';
import { Platforms } from '../platforms.service';
import { SeatChoices } from './seat-choices.service';

/** How people come to a table by themselves, and leave it. */
@SignedIn()
@Controller(':locale/platforms/:slug')
export class JoiningPages {
  constructor(
    private readonly platforms: Platforms,
    private readonly joining: Joining,
    private readonly choices: SeatChoices,
    private readonly frames: PlatformFrames,
  ) {}

  /** The form to ask for a seat. */
  @Get('join')
  join(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Page> {
    return this.joinPage(reader, slug, freshForm());
  }

  /** Asks for a seat. */
  @Post('join')
  @RateLimit(30, 3600)
  async ask(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(joinInput, body, (input) => this.joining.ask(reader.actor, slug, input));
    if (!answer.done) return this.joinPage(reader, slug, answer.form);
    return seeOther(`/platforms/${slug}`, 'platforms:notice.asked');
  }

  /** Asks whether to give up one's seat. */
  @Get('leave')
  leaving(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Page> {
    return this.leavePage(reader, slug, freshForm());
  }

  /** Gives up one's seat. */
  @Post('leave')
  async leave(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(noInput, body, () => this.joining.leave(reader.actor, slug));
    if (!answer.done) return this.leavePage(reader, slug, answer.form);
    return seeOther(`/platforms/${slug}`, 'platforms:notice.left');
  }

  private async joinPage(reader: Reader, slug: string, form: FormState): Promise<Page> {
    const { actor, language, locales } = reader;
    const platform = await this.platforms.bySlug(actor, slug, locales);
    const choices = await this.choices.offered(language, locales, platform.country);
    return this.framed(reader, platform, {
      title: language.t('platforms:join.title', { country: language.country(platform.country) }),
      body: <Join platform={platform} form={form} choices={choices} />,
      form,
    });
  }

  private async leavePage(reader: Reader, slug: string, form: FormState): Promise<Page> {
    const { actor, language, locales } = reader;
    const platform = await this.platforms.bySlug(actor, slug, locales);
    return this.framed(reader, platform, {
      title: language.t('platforms:leave.title', { country: language.country(platform.country) }),
      body: <Leave platform={platform} form={form} />,
      form,
    });
  }

  private async framed(
    reader: Reader,
    platform: Parameters<PlatformFrames['of']>[1],
    { title, body, form }: Pick<Parameters<typeof page>[0], 'title' | 'body'> & { form: FormState },
  ): Promise<Page> {
    const { options } = await this.frames.of(reader, platform);
    return page({
      ...options,
      title,
      body,
      hidden: true,
      ...(form.refusal && { status: form.refusal.status }),
    });
  }
}
