import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { Actor } from '../../core/access/actor';
import { CurrentActor, SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import type { Key } from '../../core/i18n/keys';
import { ManageDesk } from './manage-desk.service';
import { removalInput } from './membership.schema';
import { Memberships } from './memberships.service';
import { PlatformFrames } from '../platform-frames.service';
import { platformSlug } from '../platform.schema';
import { Platforms } from '../platforms.service';
import { Removal } from './removal';

const id = z.guid();

/** What hosts decide about people, each as a form with one button. */
@SignedIn()
@Controller(':locale/platforms/:slug')
export class MembershipsPages {
  constructor(
    private readonly memberships: Memberships,
    private readonly platforms: Platforms,
    private readonly desk: ManageDesk,
    private readonly frames: PlatformFrames,
  ) {}

  /** Lets somebody in who asked. */
  @Post('requests/:id/accept')
  async accept(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
  ): Promise<SeeOther> {
    await this.memberships.accept(actor, slug, membershipId);
    return back(slug, 'platforms:notice.accepted');
  }

  /** Turns a request down. */
  @Post('requests/:id/decline')
  async decline(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
  ): Promise<SeeOther> {
    await this.memberships.decline(actor, slug, membershipId);
    return back(slug, 'platforms:notice.declined');
  }

  /** Makes a member a host. */
  @Post('members/:id/appoint')
  async appoint(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
  ): Promise<SeeOther> {
    await this.memberships.appoint(actor, slug, membershipId);
    return back(slug, 'platforms:notice.appointed');
  }

  /** Makes a host a member only. */
  @Post('members/:id/dismiss')
  async dismiss(
    @CurrentActor() actor: Actor,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
  ): Promise<SeeOther> {
    await this.memberships.dismiss(actor, slug, membershipId);
    return seeOther(`/platforms/${slug}/members`, 'platforms:notice.dismissed');
  }

  /** Asks for the reason before somebody loses her seat. */
  @Get('members/:id/remove')
  removing(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
  ): Promise<Page> {
    return this.removalPage(reader, slug, membershipId, freshForm());
  }

  /** Removes a member; she is told why. */
  @Post('members/:id/remove')
  async remove(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: id }) membershipId: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(removalInput, body, (input) =>
      this.memberships.remove(reader.actor, slug, membershipId, input),
    );
    if (!answer.done) return this.removalPage(reader, slug, membershipId, answer.form);
    return back(slug, 'platforms:notice.removed');
  }

  private async removalPage(
    reader: Reader,
    slug: string,
    membershipId: string,
    form: FormState,
  ): Promise<Page> {
    const member = await this.desk.member(reader, slug, membershipId);
    const platform = await this.platforms.bySlug(reader.actor, slug, reader.locales);
    const { options } = await this.frames.of(reader, platform);
    return page({
      ...options,
      title: reader.language.t('platforms:remove.title', { name: member.name }),
      body: <Removal slug={slug} member={member} form={form} />,
      status: form.refusal?.status,
      hidden: true,
    });
  }
}

const back = (slug: string, notice: Key): SeeOther => seeOther(`/platforms/${slug}/manage`, notice);
