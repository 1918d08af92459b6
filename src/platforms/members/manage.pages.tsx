import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { RateLimit } from '../../core/http/rate-limit';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { Invitations } from '../invitations/invitations.service';
import { Manage } from './manage';
import { ManageDesk } from './manage-desk.service';
import { invitationInput } from '../invitations/invitation.schema';
import { PlatformFrames } from '../platform-frames.service';
import { platformSlug } from '../platform.schema';

const aGroup = z.object({ group: z.guid().optional().catch(undefined) });

/** The host's page and the forms about invitations on it. */
@SignedIn()
@Controller(':locale/platforms/:slug')
export class ManagePages {
  constructor(
    private readonly desk: ManageDesk,
    private readonly invitations: Invitations,
    private readonly frames: PlatformFrames,
  ) {}

  /** Requests, invitations, members and hosts. */
  @Get('manage')
  manage(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Query({ schema: aGroup }) { group }: z.output<typeof aGroup>,
  ): Promise<Page> {
    return this.managePage(reader, slug, { ...(group && { groupId: group }) });
  }

  /** Invites somebody by e-mail. */
  @Post('invitations')
  @RateLimit(60, 3600)
  async invite(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(invitationInput, body, (input) =>
      this.invitations.invite(reader.actor, slug, input),
    );
    if (!answer.done) return this.managePage(reader, slug, answer.form);
    return seeOther(`/platforms/${slug}/manage`, 'platforms:notice.invited');
  }

  /** Sends a new link. */
  @Post('invitations/:id/renew')
  @RateLimit(60, 3600)
  async renew(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<SeeOther> {
    await this.invitations.renew(actor, slug, id);
    return seeOther(`/platforms/${slug}/manage`, 'platforms:notice.renewed');
  }

  /** Takes the invitation back. */
  @Post('invitations/:id/withdraw')
  async withdraw(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<SeeOther> {
    await this.invitations.withdraw(actor, slug, id);
    return seeOther(`/platforms/${slug}/manage`, 'platforms:notice.withdrawn');
  }

  private async managePage(
    reader: Reader,
    slug: string,
    values: FormState | Record<string, string>,
  ): Promise<Page> {
    const { language } = reader;
    const desk = await this.desk.of(reader, slug);
    const { options } = await this.frames.of(reader, desk.platform);
    const form = isForm(values)
      ? values
      : freshForm({ locale: desk.platform.workingLocales[0] ?? language.locale, ...values });
    return page({
      ...options,
      title: `${language.t('platforms:manage.title')}, ${language.country(desk.platform.country)}`,
      body: <Manage {...desk} form={form} />,
      status: form.refusal?.status,
      hidden: true,
    });
  }
}

const isForm = (values: FormState | Record<string, string>): values is FormState => 'problems' in values;
