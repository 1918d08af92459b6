import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import { page, seeOther, type Page, type SeeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { EditPlatform, type EditPlatformProps } from './platform-edit';
import { PlatformEditing } from './platform-editing.service';
import { PlatformFrames } from '../platform-frames.service';
import { PlatformOrganisations } from '../platform-organisations.service';
import { PlatformWorkbench } from './platform-workbench.service';
import { expectedGroupsForm, platformForm, platformOrganisation, platformSlug } from '../platform.schema';

/** What is said about a platform, and who founded it. */
@SignedIn()
@Controller(':locale/platforms/:slug')
export class PlatformEditPages {
  constructor(
    private readonly editing: PlatformEditing,
    private readonly organisations: PlatformOrganisations,
    private readonly workbench: PlatformWorkbench,
    private readonly frames: PlatformFrames,
  ) {}

  /** All that can be changed about a platform. */
  @Get('edit')
  form(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
  ): Promise<Page> {
    return this.editPage(reader, slug, {});
  }

  /** Saves the original; 409 with both versions when somebody saved first. */
  @Post('edit')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(platformForm, body, (input) => this.editing.edit(reader.actor, slug, input));
    if (!answer.done) return this.editPage(reader, slug, { original: answer.form });
    return seeOther(`/platforms/${slug}`, 'platforms:notice.saved');
  }

  /** Adds a founding organisation, or changes its part. */
  @Post('organisations')
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(platformOrganisation, body, (input) =>
      this.organisations.add(reader.actor, slug, input),
    );
    if (!answer.done) return this.editPage(reader, slug, { organisations: answer.form });
    return seeOther(`/platforms/${slug}/edit`, 'platforms:notice.saved');
  }

  /** Takes a founding organisation off the list. */
  @Post('organisations/:id/drop')
  async drop(
    @CurrentReader() { actor }: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Param('id', { schema: z.guid() }) id: string,
  ): Promise<SeeOther> {
    await this.organisations.drop(actor, slug, id);
    return seeOther(`/platforms/${slug}/edit`, 'platforms:notice.saved');
  }

  /** Keeps seats for these groups. */
  @Post('groups')
  async expect(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: platformSlug }) slug: string,
    @Body() body: unknown,
  ): Promise<Page | SeeOther> {
    const answer = await attempt(expectedGroupsForm, body, (input) =>
      this.editing.expectGroups(reader.actor, slug, input),
    );
    if (!answer.done) return this.editPage(reader, slug, { groups: answer.form });
    return seeOther(`/platforms/${slug}/edit`, 'platforms:notice.saved');
  }

  private async editPage(reader: Reader, slug: string, forms: EditPlatformProps['forms']): Promise<Page> {
    const bench = await this.workbench.of(reader, slug);
    const { options } = await this.frames.of(reader, bench.platform);
    const { language } = reader;
    return page({
      ...options,
      title: `${language.t('platforms:edit.title')}, ${language.country(bench.platform.country)}`,
      body: <EditPlatform {...bench} forms={forms} />,
      status: Object.values(forms)[0]?.refusal?.status,
      hidden: true,
    });
  }
}
