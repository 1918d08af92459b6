import { Controller, Get, Query } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page, seeOther } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { keptIn, listPath } from './list-address';
import { practiceFilters, viewChoice, type PracticeFilters } from './listing.schema';
import { PracticeList } from './practice-list';
import { PracticeListing } from './practice-listing.service';

/** All good practices for people. */
@Public()
@Controller(':locale/practices')
export class PracticeListPages {
  constructor(
    private readonly listing: PracticeListing,
    private readonly funding: FundingNotices,
  ) {}

  @Get()
  async list(
    @CurrentReader() reader: Reader,
    @Query() typed: Record<string, unknown>,
    @Query({ schema: practiceFilters.strip() }) filters: PracticeFilters,
  ) {
    const kept = keptIn(typed);
    const found = await this.listing.list(reader, filters);
    if (found.page > found.pages) return seeOther(listPath(kept, { page: String(found.pages) }));
    const notices = await this.funding.of(
      found.items.map(({ partnership }) => partnership.id),
      reader.locales,
    );
    const view = viewChoice.parse(typed['view']);
    return page({
      title: reader.language.t('practices:list.title'),
      section: 'practices',
      funding: [...notices.values()],
      body: <PracticeList found={found} kept={kept} view={view} />,
    });
  }
}
