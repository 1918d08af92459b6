import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import { PartnershipRecord } from '../partnerships/partnership-record';
import { Partnerships } from '../partnerships/partnerships.service';

/** The page of one partnership: its record, and what lives in it. */
@Public()
@Controller(':locale/partnerships')
export class PartnershipPages {
  constructor(
    private readonly partnerships: Partnerships,
    private readonly notices: FundingNotices,
  ) {}

  @Get(':slug')
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const view = await this.partnerships.bySlug(reader, slug);
    const funding = await this.notices.of([view.id], reader.locales);
    return page({
      title: view.acronym ?? view.name.text,
      section: 'partnerships',
      crumbs: [{ label: reader.language.t('partnerships:title'), path: '/partnerships' }],
      accent: view.accent,
      funding: [...funding.values()],
      body: <PartnershipRecord view={view} />,
      hidden: view.status === 'draft',
    });
  }
}
