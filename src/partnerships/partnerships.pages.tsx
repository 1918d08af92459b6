import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { attempt } from '../core/http/attempt';
import { freshForm, type FormState } from '../core/http/form';
import { page, seeOther } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { editingPath, EditingFrame } from './editing/editing-frame';
import { FundingNotices } from './funding/funding-notices.service';
import { EditRecord, NewPartnership } from './partnership-form';
import { PartnershipList } from './partnership-list';
import { newPartnershipPolicy } from './partnership.policy';
import { typedRecord } from './partnership.record';
import { newPartnershipForm, partnershipForm } from './partnership.schema';
import { PartnershipRecords } from './partnership-records.service';
import { Partnerships } from './partnerships.service';

/** The list of partnerships and the record's own form; the page of one partnership is composed by site. */
@Public()
@Controller(':locale/partnerships')
export class PartnershipsPages {
  constructor(
    private readonly partnerships: Partnerships,
    private readonly records: PartnershipRecords,
    private readonly notices: FundingNotices,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async list(@CurrentReader() reader: Reader) {
    const partnerships = await this.partnerships.list(reader);
    const funding = await this.notices.of(
      partnerships.map(({ id }) => id),
      reader.locales,
    );
    const mayCreate = newPartnershipPolicy.may(reader.actor, 'create', undefined);
    return page({
      title: reader.language.t('partnerships:title'),
      section: 'partnerships',
      funding: [...funding.values()].filter(({ statement }) => statement),
      body: <PartnershipList partnerships={partnerships} mayCreate={mayCreate} />,
    });
  }

  @Get('new')
  new(@CurrentReader() reader: Reader) {
    newPartnershipPolicy.allow(reader.actor, 'create', undefined);
    const { locale } = reader.language;
    return this.newPage(reader, freshForm({ locale, status: 'draft', [`working_${locale}`]: 'true' }));
  }

  @Post('new')
  async create(@CurrentReader() reader: Reader, @Body() body: unknown) {
    const answer = await attempt(newPartnershipForm, body, (input) =>
      this.records.create(reader.actor, input),
    );
    if (!answer.done) return this.newPage(reader, answer.form);
    return seeOther(editingPath(answer.result.slug, 'statements'), 'partnerships:notice.created');
  }

  @Get(':slug/edit')
  async editing(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const row = await this.records.original(reader.actor, slug);
    const state = freshForm(typedRecord(row));
    return this.frame.page(reader, row, { tab: 'record', body: <EditRecord row={row} state={state} /> });
  }

  @Post(':slug/edit')
  async edit(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(partnershipForm, body, (input) =>
      this.records.edit(reader.actor, slug, input),
    );
    if (answer.done) return seeOther(editingPath(slug, 'record'), 'partnerships:notice.saved');
    const row = await this.records.original(reader.actor, slug);
    const shown = <EditRecord row={row} state={answer.form} />;
    return this.frame.page(reader, row, { tab: 'record', body: shown, refused: answer.form });
  }

  private newPage({ language }: Reader, state: FormState) {
    return page({
      title: language.t('partnerships:new.title'),
      section: 'partnerships',
      crumbs: [{ label: language.t('partnerships:title'), path: '/partnerships' }],
      body: <NewPartnership state={state} />,
      hidden: true,
      ...(state.refusal && { status: state.refusal.status }),
    });
  }
}
