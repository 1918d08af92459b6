import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../core/access/actor';
import { Kept } from '../core/database/kept';
import { Now } from '../core/journal/reactions';
import { FundingNoticeVersion } from './funding/funding-notice.entity';
import { Partnership } from './partnership.entity';
import { partnershipPolicy } from './partnership.policy';

/** What the pages of other nouns show of a partnership, in all languages. */
export interface PartnershipFace {
  id: string;
  partnership: Partnership;
  /** The wording of the grant that is in force. */
  notice: FundingNoticeVersion | undefined;
}

/** Partnerships as every page of theirs needs them: name, colour and the wording of the grant. */
@Injectable()
export class PartnershipFaces {
  private readonly kept = new Kept(() => this.read());

  constructor(private readonly database: DataSource) {}

  /** Whoever may read them: for what every page must say, such as where the money came from. */
  of(ids: readonly string[]): Promise<PartnershipFace[]> {
    return this.kept.of(ids);
  }

  async readable(actor: Actor, ids: readonly string[]): Promise<Partnership[]> {
    const faces = await this.of(ids);
    return faces
      .map(({ partnership }) => partnership)
      .filter((partnership) => partnershipPolicy.may(actor, 'read', partnership));
  }

  @Now('partnership.created', 'partnership.edited', 'partnership.translated', 'funding_notice.added')
  forget(): void {
    this.kept.forget();
  }

  private async read(): Promise<PartnershipFace[]> {
    const [partnerships, notices] = await Promise.all([
      this.database.manager.find(Partnership, { relations: { translations: true } }),
      this.database
        .createQueryBuilder(FundingNoticeVersion, 'notice')
        .distinctOn(['notice.partnership_id'])
        .orderBy('notice.partnership_id')
        .addOrderBy('notice.version', 'DESC')
        .getMany(),
    ]);
    const latest = new Map(notices.map((notice) => [notice.partnershipId, notice]));
    return partnerships.map((partnership) => ({
      id: partnership.id,
      partnership,
      notice: latest.get(partnership.id),
    }));
  }
}
