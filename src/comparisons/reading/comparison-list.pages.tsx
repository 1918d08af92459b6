import { Controller, Get } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { ComparisonEditing } from '../structure/facts/comparison-editing.service';
import { ComparisonListPage } from './comparison-list';
import { ComparisonList } from './comparison-list.service';

/** All comparisons that somebody may read. */
@Public()
@Controller(':locale/comparisons')
export class ComparisonListPages {
  constructor(
    private readonly comparisons: ComparisonList,
    private readonly notices: FundingNotices,
    private readonly editing: ComparisonEditing,
  ) {}

  @Get()
  async list(@CurrentReader() reader: Reader): Promise<Page> {
    const comparisons = await this.comparisons.of(reader);
    const ids = [...new Set(comparisons.map(({ partnership }) => partnership.id))];
    const funding = await this.notices.of(ids, reader.locales);
    const begins = reader.actor.signedIn && (await this.editing.choices(reader.actor)).length > 0;
    const { t } = reader.language;
    return page({
      title: t('comparisons:list.title'),
      description: t('comparisons:list.lead'),
      section: 'comparisons',
      funding: [...funding.values()].filter(({ statement }) => statement),
      body: <ComparisonListPage comparisons={comparisons} begins={begins} />,
    });
  }
}
