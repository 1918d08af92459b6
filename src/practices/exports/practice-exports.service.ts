import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { PracticeFilters } from '../listing/listing.schema';
import { PracticeListing } from '../listing/practice-listing.service';
import { practicePath } from '../practice-paths';
import { PracticeRecords } from '../versions/practice-records.service';
import type { ExportedPractice } from './practice-tables';

/** What was found, with its results and all that must be said with data. */
@Injectable()
export class PracticeExports {
  constructor(
    private readonly config: Config,
    private readonly listing: PracticeListing,
    private readonly records: PracticeRecords,
    private readonly funding: FundingNotices,
  ) {}

  async of(reader: Reader, filters: PracticeFilters): Promise<ExportedPractice[]> {
    const listed = await this.listing.every(reader, filters);
    const ids = listed.map(({ id }) => id);
    const records = await this.records.of(reader.actor, ids, []);
    const notices = await this.funding.of(
      listed.map(({ partnership }) => partnership.id),
      reader.locales,
    );
    const byId = new Map(records.map((record) => [record.row.id, record]));
    return listed.flatMap((practice) => {
      const record = byId.get(practice.id);
      if (!record) return [];
      const { licence, startsOn, endsOn, ongoing, checkedAt } = record.row;
      const address = `${this.config.baseUrl}/${practice.title.locale}${practicePath(practice.slug)}`;
      return [
        {
          ...{ practice, address, licence, checkedAt, results: record.results },
          period: { startsOn, endsOn, ongoing },
          funding: notices.get(practice.partnership.id),
        },
      ];
    });
  }
}
