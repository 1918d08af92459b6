import { Controller, Get, Param } from '@nestjs/common';
import { ComparisonList } from '../comparisons/reading/comparison-list.service';
import { Public } from '../core/access/marks';
import { page } from '../core/http/page';
import { CurrentReader, type Reader } from '../core/http/reader';
import { slug as slugSchema } from '../core/http/slug.schema';
import { HandbookReading } from '../handbooks/reading/handbook-reading.service';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import { Partnerships } from '../partnerships/partnerships.service';
import { Platforms } from '../platforms/platforms.service';
import { PartnershipPage } from './partnership';
import { RoomsOfPlace } from './place-rooms.service';

/** The page of one partnership: its record, and what lives in it. */
@Public()
@Controller(':locale/partnerships')
export class PartnershipPages {
  constructor(
    private readonly partnerships: Partnerships,
    private readonly notices: FundingNotices,
    private readonly platforms: Platforms,
    private readonly rooms: RoomsOfPlace,
    private readonly handbooks: HandbookReading,
    private readonly comparisons: ComparisonList,
  ) {}

  @Get(':slug')
  async show(@CurrentReader() reader: Reader, @Param('slug', { schema: slugSchema }) slug: string) {
    const view = await this.partnerships.bySlug(reader, slug);
    const [funding, platforms, rooms, handbooks, comparisons] = await Promise.all([
      this.notices.of([view.id], reader.locales),
      this.platforms.list(reader.actor, reader.locales, view.id),
      this.rooms.list(reader, { partnershipId: view.id, place: 'partnership' }),
      this.handbooks.list(reader, view.id),
      this.comparisons.of(reader, view.id),
    ]);
    return page({
      title: view.acronym ?? view.name.text,
      section: 'partnerships',
      crumbs: [{ label: reader.language.t('partnerships:title'), path: '/partnerships' }],
      accent: view.accent,
      funding: [...funding.values()],
      body: <PartnershipPage {...{ view, platforms, rooms, handbooks, comparisons }} />,
      hidden: view.status === 'draft',
    });
  }
}
