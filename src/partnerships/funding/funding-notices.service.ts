import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../core/access/actor';
import { Transactions } from '../../core/database/transactions';
import { rendered } from '../../core/database/rendered';
import type { FundingNotice } from '../../core/http/page';
import type { Locale } from '../../core/i18n/locales';
import { FundingNoticeVersion } from './funding-notice.entity';
import { PartnershipAccess } from '../partnership.access';
import type { Partnership } from '../partnership.entity';
import { PartnershipFaces } from '../partnership-faces.service';

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
    private readonly faces: PartnershipFaces,
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
    const faces = await this.faces.of(partnershipIds);
    const notices = faces.map(
      ({ id, partnership, notice }) => [id, noticeOf(partnership, notice, locales)] as const,
    );
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
