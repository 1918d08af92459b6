import { Controller, Get } from '@nestjs/common';
import { Public } from '../../core/access/marks';
import { page, type Page } from '../../core/http/page';
import { CurrentReader, type Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import { HandbookList } from './handbook-list';
import { HandbookReading } from './handbook-reading.service';

/** All handbooks that somebody may read. */
@Public()
@Controller(':locale/handbooks')
export class HandbookListPages {
  constructor(
    private readonly reading: HandbookReading,
    private readonly notices: FundingNotices,
  ) {}

  @Get()
  async list(@CurrentReader() reader: Reader): Promise<Page> {
    const handbooks = await this.reading.list(reader);
    const ids = [...new Set(handbooks.map(({ partnership }) => partnership.id))];
    const funding = await this.notices.of(ids, reader.locales);
    const { t } = reader.language;
    return page({
      title: t('handbooks:reading.title'),
      description: t('handbooks:reading.list_lead'),
      section: 'handbooks',
      funding: [...funding.values()].filter(({ statement }) => statement),
      body: <HandbookList handbooks={handbooks} />,
    });
  }
}
