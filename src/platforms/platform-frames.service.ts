import { Injectable } from '@nestjs/common';
import type { PageOptions } from '../core/http/page';
import type { Reader } from '../core/http/reader';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import type { PartnershipSummary } from '../partnerships/partnership.schema';
import { Partnerships } from '../partnerships/partnerships.service';

interface Framed {
  slug: string;
  country: string;
  partnershipId: string | null;
}

export interface PlatformFrame {
  /** Absent when there is none, or the reader may not see it. */
  partnership: PartnershipSummary | undefined;
  /** What every page of the platform has in common: colour, funding, place in the menu. */
  options: Pick<PageOptions, 'section' | 'crumbs' | 'accent' | 'funding'>;
}

/** Puts pages of a platform into the colour of its partnership, with the wording of its grant. */
@Injectable()
export class PlatformFrames {
  constructor(
    private readonly partnerships: Partnerships,
    private readonly funding: FundingNotices,
  ) {}

  /** @param inside whether the page stands below the platform's own */
  async of(reader: Reader, { slug, country, partnershipId }: Framed, inside = true): Promise<PlatformFrame> {
    const ids = partnershipId ? [partnershipId] : [];
    const [partnerships, notices] = await Promise.all([
      this.partnerships.summaries(reader, ids),
      this.funding.of(ids, reader.locales),
    ]);
    const partnership = partnerships.get(partnershipId ?? '');
    const { t } = reader.language;
    const crumbs = [{ label: t('platforms:list.title'), path: '/platforms' }];
    if (inside) crumbs.push({ label: reader.language.country(country), path: `/platforms/${slug}` });
    return {
      partnership,
      options: {
        section: 'platforms',
        crumbs,
        funding: [...notices.values()],
        ...(partnership && { accent: partnership.accent }),
      },
    };
  }
}
