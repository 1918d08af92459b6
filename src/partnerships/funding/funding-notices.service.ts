import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { rendered } from '../../core/database/rendered';
import { withTranslations } from '../../core/database/translation';
import type { FundingNotice } from '../../core/http/page';
import type { Locale } from '../../core/i18n/locales';
import { FundingNoticeVersion } from './funding-notice.entity';
import { PartnershipAccess } from '../partnership.access';
import { Partnership } from '../partnership.entity';

export interface NewFundingNotice {
  /** Verbatim; null when the wording is not known. */
  statement: string | null;
  disclaimer: string | null;
  locale: Locale;
  emblem: boolean;
}

/** The wording of grants, which every page of a partnership carries (visibility.md §1.5). */
@Injectable()
export class FundingNotices {
  constructor(
    private readonly database: DataSource,
    private readonly transactions: Transactions,
    private readonly access: PartnershipAccess,
  ) {}

  /**
   * What the pages of these partnerships must show, in force now. A partnership whose organisers have said
   * nothing of a grant that asks for visibility is not in the map: regional money needs no EU statement
   * (visibility.md §5).
   * @param locales of the reader, for the name of a programme whose wording is not known
   */
  async of(
    partnershipIds: readonly string[],
    locales: readonly string[] = [],
  ): Promise<Map<string, FundingNotice>> {
    if (partnershipIds.length === 0) return new Map();
    const ids = [...new Set(partnershipIds)];
    const query = this.database
      .createQueryBuilder(Partnership, 'partnership')
      .where('partnership.id = any(:ids)', { ids });
    const partnerships = await withTranslations(query, 'partnership', locales).getMany();
    const latest = await this.latest(ids);
    const notices = partnerships.map((row) => [row.id, noticeOf(row, latest.get(row.id), locales)] as const);
    return new Map(notices.filter((pair): pair is [string, FundingNotice] => pair[1] !== undefined));
  }

  /** The newest first. Who may edit may see what was in force when. */
  async versions(actor: Actor, slug: string): Promise<FundingNoticeVersion[]> {
    const { id } = await this.access.to(actor, 'edit', slug);
    return this.database.manager.find(FundingNoticeVersion, {
      where: { partnershipId: id },
      order: { version: 'DESC' },
    });
  }

  /** From now on; the earlier versions stay. */
  async addVersion(actor: Actor, slug: string, notice: NewFundingNotice): Promise<void> {
    const partnership = await this.access.to(actor, 'fund', slug);
    const partnershipId = partnership.id;
    await this.transactions.run(async (tx) => {
      await this.access.lock(tx, partnership);
      const version = ((await tx.maximum(FundingNoticeVersion, 'version', { partnershipId })) ?? 0) + 1;
      const setBy = actor.person?.id ?? null;
      await tx.insert(FundingNoticeVersion, { ...notice, partnershipId, version, setBy });
      await this.access.record(tx, 'funding_notice.added', { actor, partnershipId, data: { version } });
    });
  }

  private async latest(ids: string[]): Promise<Map<string, FundingNoticeVersion>> {
    const rows = await this.database
      .createQueryBuilder(FundingNoticeVersion, 'notice')
      .distinctOn(['notice.partnership_id'])
      .where('notice.partnership_id = any(:ids)', { ids })
      .orderBy('notice.partnership_id')
      .addOrderBy('notice.version', 'DESC')
      .getMany();
    return new Map(rows.map((row) => [row.partnershipId, row]));
  }
}

function noticeOf(
  row: Partnership,
  version: FundingNoticeVersion | undefined,
  locales: readonly string[],
): FundingNotice | undefined {
  if (!version) return undefined;
  const programme = rendered(row, (each) => each.programme, locales);
  const { text: name, locale } = programme ?? rendered(row, (each) => each.name, locales)!;
  return {
    name,
    lang: version.statement ? version.locale : locale,
    emblem: version.emblem,
    ...(version.statement && { statement: version.statement }),
    ...(version.statement && version.disclaimer && { disclaimer: version.disclaimer }),
  };
}
