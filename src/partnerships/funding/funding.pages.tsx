import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { SignedIn } from '../../core/access/marks';
import { attempt } from '../../core/http/attempt';
import type { FormState } from '../../core/http/form';
import { seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { slug as slugSchema } from '../../core/http/slug.schema';
import { EditingFrame, editingPath } from '../editing/editing-frame';
import { fundingForm } from '../editing/editing.schema';
import { FundingEditing } from './funding-editing';
import { FundingNotices } from './funding-notices.service';
import { partnershipPolicy } from '../partnership.policy';
import { PartnershipRecords } from '../partnership-records.service';

/** The wording of the grant, version by version. */
@SignedIn()
@Controller(':locale/partnerships/:slug/edit/funding')
export class FundingPages {
  constructor(
    private readonly records: PartnershipRecords,
    private readonly notices: FundingNotices,
    private readonly frame: EditingFrame,
  ) {}

  @Get()
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    return this.page(reader, slug);
  }

  @Post()
  async add(
    @CurrentReader() reader: Reader,
    @Param('slug', { schema: slugSchema }) slug: string,
    @Body() body: unknown,
  ) {
    const answer = await attempt(fundingForm, body, (input) =>
      this.notices.addVersion(reader.actor, slug, input),
    );
    if (!answer.done) return this.page(reader, slug, answer.form);
    return seeOther(editingPath(slug, 'funding'), 'partnerships:notice.funded');
  }

  private async page(reader: Reader, slug: string, state?: FormState) {
    const row = await this.records.original(reader.actor, slug);
    const versions = await this.notices.versions(reader.actor, slug);
    const mayFund = partnershipPolicy.may(reader.actor, 'fund', row);
    const body = <FundingEditing row={row} versions={versions} mayFund={mayFund} {...(state && { state })} />;
    return this.frame.page(reader, row, { tab: 'funding', body, ...(state && { refused: state }) });
  }
}
