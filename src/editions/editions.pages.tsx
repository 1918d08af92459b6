import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Public, SignedIn } from '../core/access/marks';
import { rendered } from '../core/database/rendered';
import { attempt } from '../core/http/attempt';
import { freshForm, type FormState } from '../core/http/form';
import { page, seeOther } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { locale as localeSchema } from '../core/http/text.schema';
import type { Locale } from '../core/i18n/locales';
import type { HandbookRow } from '../handbooks/handbook.access';
import { handbookPolicy } from '../handbooks/handbook.policy';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import { EditionFiles } from './building/edition-files.service';
import { FORMAT_FACTS, FORMATS, type Format } from './building/format';
import { EditionList } from './edition-list';
import { EditionPage } from './edition-page';
import { editionForm } from './edition.schema';
import { editionPath } from './edition-views';
import { numberSchema } from './editions.controller';
import { Editions } from './editions.service';
import { FreezeForm } from './freeze-form';

const formatSchema = z.enum(FORMATS);
const wishes = z.strictObject({ language: localeSchema.optional() });

/** Frozen handbooks: which there are, freezing the next one, and its files. */
@Controller(':locale/editions/:handbook')
export class EditionsPages {
  constructor(
    private readonly editions: Editions,
    private readonly files: EditionFiles,
    private readonly notices: FundingNotices,
  ) {}

  @Public()
  @Get()
  async list(@CurrentReader() reader: Reader, @Param('handbook', { schema: slugSchema }) slug: string) {
    const { handbook, editions } = await this.editions.of(reader.actor, slug);
    const files = await this.files.of(editions.map(({ id }) => id));
    const may = handbookPolicy.may(reader.actor, 'freeze', handbook);
    return this.page(reader, handbook, {
      title: reader.language.t('editions:title'),
      body: <EditionList handbook={slug} editions={editions} files={files} mayFreeze={may} />,
    });
  }

  @SignedIn()
  @Get('new')
  async new(
    @CurrentReader() reader: Reader,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Query({ schema: wishes }) { language = reader.language.locale }: z.output<typeof wishes>,
  ) {
    return this.freezing(reader, slug, freshForm({ locale: language, machine: 'original' }), language);
  }

  @SignedIn()
  @Post('new')
  async freeze(
    @CurrentReader() reader: Reader,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(editionForm, body, (input) =>
      this.editions.freeze(reader.actor, slug, input),
    );
    if (answer.done) return seeOther(editionPath(slug, answer.result), 'editions:notice.frozen');
    const wished = localeSchema.safeParse(answer.form.values['locale']);
    return this.freezing(reader, slug, answer.form, wished.data ?? reader.language.locale);
  }

  @Public()
  @Get(':language/:number')
  async show(
    @CurrentReader() reader: Reader,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('number', { schema: numberSchema }) number: number,
  ) {
    const { handbook, edition } = await this.editions.one(reader.actor, slug, locale, number);
    const files = (await this.files.of([edition.id])).get(edition.id)!;
    const may = handbookPolicy.may(reader.actor, 'freeze', handbook);
    const { t } = reader.language;
    return this.page(reader, handbook, {
      title: t('editions:edition', { number, language: reader.language.languageName(locale) }),
      crumb: true,
      working: files.some(({ state }) => state === 'waiting' || state === 'building'),
      body: <EditionPage handbook={slug} edition={edition} files={files} mayFreeze={may} />,
    });
  }

  @SignedIn()
  @Post(':language/:number/:format')
  async again(
    @CurrentReader() { actor }: Reader,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('number', { schema: numberSchema }) number: number,
    @Param('format', { schema: formatSchema }) format: Format,
  ) {
    await this.editions.makeAgain(actor, slug, { locale, number }, format);
    return seeOther(editionPath(slug, { locale, number }), 'editions:notice.asked');
  }

  /** The file itself. */
  @Public()
  @Get(':language/:number/:format')
  async file(
    @CurrentReader() { actor }: Reader,
    @Param('handbook', { schema: slugSchema }) slug: string,
    @Param('language', { schema: localeSchema }) locale: Locale,
    @Param('number', { schema: numberSchema }) number: number,
    @Param('format', { schema: formatSchema }) format: Format,
  ) {
    const { edition } = await this.editions.one(actor, slug, locale, number);
    const { stream, bytes } = await this.files.content(edition.id, format);
    const { type, extension } = FORMAT_FACTS[format];
    const size = /-(a4|b5)$/.exec(format)?.[0] ?? '';
    const name = `${slug}-${locale}-${number}${format.startsWith('printshop') ? '-print' : ''}${size}.${extension}`;
    return new StreamableFile(stream, { type, length: bytes, disposition: `attachment; filename="${name}"` });
  }

  private async freezing(reader: Reader, slug: string, state: FormState, locale: Locale) {
    const faults = await this.editions.gate(reader.actor, slug, locale);
    const { handbook } = await this.editions.of(reader.actor, slug);
    return this.page(reader, handbook, {
      title: reader.language.t('editions:freeze.title'),
      crumb: true,
      hidden: true,
      ...(state.refusal && { status: state.refusal.status }),
      body: <FreezeForm handbook={slug} locale={locale} faults={faults} state={state} />,
    });
  }

  private async page(
    { language, locales }: Reader,
    handbook: HandbookRow,
    {
      crumb,
      working,
      ...options
    }: Pick<Parameters<typeof page>[0], 'title' | 'body' | 'hidden' | 'status'> & {
      crumb?: boolean;
      working?: boolean;
    },
  ) {
    const title = rendered(handbook, (row) => row.title, locales)!;
    const notices = await this.notices.of([handbook.partnershipId], locales);
    const crumbs = [{ label: title.text, lang: title.locale, path: `/handbooks/${handbook.slug}` }];
    const own = { label: language.t('editions:title'), path: `/editions/${handbook.slug}` };
    return page({
      ...options,
      section: 'handbooks',
      accent: handbook.partnership.accent,
      funding: [...notices.values()],
      crumbs: [
        { label: language.t('editions:handbooks'), path: '/handbooks' },
        ...crumbs,
        ...(crumb ? [own] : []),
      ],
      ...(working && { scripts: ['progress'] as const }),
    });
  }
}
