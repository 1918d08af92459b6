import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { Partnership } from '../../partnerships/partnership.entity';
import type { HandbookRow } from '../handbook.access';
import { rendered } from '../../core/database/rendered';
import { HANDBOOKS, handbookPath } from './handbook-paths';

/** What every page of a handbook has in common: colour, funding, place in the menu. */
@Injectable()
export class HandbookFrames {
  constructor(private readonly notices: FundingNotices) {}

  async of(
    reader: Reader,
    row: HandbookRow,
    { accent }: Partnership,
  ): Promise<Omit<PageOptions, 'title' | 'body'> & { crumbs: NonNullable<PageOptions['crumbs']> }> {
    const funding = await this.notices.of([row.partnershipId], reader.locales);
    return {
      section: 'handbooks',
      crumbs: [{ label: reader.language.t('handbooks:reading.title'), path: HANDBOOKS }],
      accent,
      feed: {
        path: `${handbookPath(row.slug)}/feed.atom`,
        title: rendered(row, ({ title }) => title, reader.locales)!.text,
      },
      funding: [...funding.values()],
      hidden: row.status === 'draft' || row.partnership.status === 'draft',
    };
  }
}
