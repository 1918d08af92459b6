import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../../core/config/config';
import type { Reader } from '../../core/http/reader';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { PracticeFilters } from '../listing/listing.schema';
import { PracticeListing } from '../listing/practice-listing.service';
import { practicePath } from '../practice-paths';
import { resultsOf } from '../reading/results';
import type { ExportedPractice } from './practice-tables';

interface Facts {
  id: string;
  partnership_id: string;
  licence: string;
  starts_on: string | null;
  ends_on: string | null;
  ongoing: boolean;
  checked_at: string | null;
}

/** What was found, with its results and all that must be said with data. */
@Injectable()
export class PracticeExports {
  constructor(
    private readonly config: Config,
    private readonly database: DataSource,
    private readonly listing: PracticeListing,
    private readonly funding: FundingNotices,
  ) {}

  async of(reader: Reader, filters: PracticeFilters): Promise<ExportedPractice[]> {
    const listed = await this.listing.every(reader, filters);
    const ids = listed.map(({ id }) => id);
    const [results, rows] = await Promise.all([resultsOf(this.database, ids, []), this.facts(ids)]);
    const notices = await this.funding.of(
      rows.map(({ partnership_id }) => partnership_id),
      reader.locales,
    );
    const facts = new Map(rows.map((row) => [row.id, row]));
    return listed.map((practice) => {
      const row = facts.get(practice.id)!;
      return {
        practice,
        address: `${this.config.baseUrl}/${practice.title.locale}${practicePath(practice.slug)}`,
        licence: row.licence,
        period: { startsOn: row.starts_on, endsOn: row.ends_on, ongoing: row.ongoing },
        checkedAt: row.checked_at,
        results: results.get(practice.id) ?? [],
        funding: notices.get(row.partnership_id),
      };
    });
  }

  private facts(ids: readonly string[]): Promise<Facts[]> {
    return this.database.query<Facts[]>(
      `select id, partnership_id, licence, starts_on::text, ends_on::text, ongoing, checked_at::text
       from practices where id = any($1)`,
      [ids],
    );
  }
}
