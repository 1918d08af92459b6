import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { SignedIn } from '../../core/access/marks';
import { Forbidden } from '../../core/errors/refusal';
import { attempt } from '../../core/http/attempt';
import { freshForm, type FormState } from '../../core/http/form';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { PartnershipAccess } from '../../partnerships/partnership.access';
import { partnershipPolicy } from '../../partnerships/partnership.policy';
import { HandbookAccess } from '../handbook.access';
import { nothing } from '../writing/chapter.schema';
import { HandbookEditing, HandbookEditingFrame } from './editing-frame.service';
import { editingPath } from './editing-paths';
import { handbookChanges, newHandbook } from './handbook.schema';
import { Handbooks, originalOf } from './handbooks.service';
import { HandbookSettings, NewHandbook } from './settings';

const Slug = () => Param('slug', { schema: slugSchema });
const wish = z.strictObject({ partnership: slugSchema.optional() });

/** Opening a handbook, what it says of itself, and whether it is read. */
@SignedIn()
@Controller(':locale/handbooks')
export class HandbookSettingsPages {
  constructor(
    private readonly access: HandbookAccess,
    private readonly partnerships: PartnershipAccess,
    private readonly handbooks: Handbooks,
    private readonly frame: HandbookEditingFrame,
  ) {}

  @Get('new')
  new(@CurrentReader() reader: Reader, @Query({ schema: wish }) { partnership }: z.output<typeof wish>) {
    const locale = reader.language.locale;
    return this.newPage(reader, freshForm({ locale, kind: 'handbook', partnership: partnership ?? '' }));
  }

  @Post('new')
  async create(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(newHandbook, body, (input) => this.handbooks.create(reader.actor, input));
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(editingPath(answer.result.slug), 'handbooks:notice.opened');
  }

  @Get(':slug/edit/settings')
  async settings(@CurrentReader() reader: Reader, @Slug() slug: string) {
    const { title, subtitle, summary, licence, revision } = originalOf(
      await this.access.to(reader.actor, 'edit', slug),
    );
    const values = {
      title,
      subtitle: subtitle ?? '',
      summary: summary ?? '',
      licence,
      revision: String(revision),
    };
    return this.draw(reader, slug, freshForm(values));
  }

  @Post(':slug/edit/settings')
  async edit(@CurrentReader() reader: Reader, @Slug() slug: string, @Body() body: unknown) {
    const answer = await attempt(handbookChanges, body, (input) =>
      this.handbooks.edit(reader.actor, slug, input),
    );
    if (!answer.done) return this.draw(reader, slug, answer.form);
    return seeOther(editingPath(slug, 'settings'), 'handbooks:notice.saved');
  }

  @Post(':slug/edit/publish')
  async publish(@CurrentReader() reader: Reader, @Slug() slug: string, @Body() body: unknown) {
    const answer = await attempt(nothing, body, () => this.handbooks.publish(reader.actor, slug));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(editingPath(slug, 'settings'), 'handbooks:notice.published');
  }

  @Post(':slug/edit/unpublish')
  async unpublish(@CurrentReader() reader: Reader, @Slug() slug: string, @Body() body: unknown) {
    const answer = await attempt(nothing, body, () => this.handbooks.unpublish(reader.actor, slug));
    if (!answer.done) throw answer.form.refusal!;
    return seeOther(editingPath(slug, 'settings'), 'handbooks:notice.unpublished');
  }

  private async newPage({ actor, language }: Reader, state: FormState) {
    const rows = await this.partnerships.readable(actor).getMany();
    const own = rows.filter((row) => partnershipPolicy.may(actor, 'edit', row));
    if (own.length === 0) throw new Forbidden('handbooks:refusal.no_partnership');
    const options = own.map(({ slug, acronym, name, locale }) => ({
      value: slug,
      label: acronym ?? name,
      lang: locale,
    }));
    return page({
      title: language.t('handbooks:structure.open'),
      section: 'handbooks',
      crumbs: [{ label: language.t('handbooks:reading.title'), path: '/handbooks' }],
      body: <NewHandbook state={state} partnerships={language.sort(options, ({ label }) => label)} />,
      status: state.refusal?.status,
      hidden: true,
    });
  }

  private async draw(reader: Reader, slug: string, state: FormState) {
    const row = await this.access.to(reader.actor, 'edit', slug);
    return this.frame.page(reader, row, {
      title: reader.language.t('handbooks:structure.settings_title', { title: row.title }),
      body: (
        <HandbookEditing row={row} tab="settings">
          <HandbookSettings row={row} state={state} />
        </HandbookEditing>
      ),
      refused: state,
    });
  }
}
