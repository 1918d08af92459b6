import { Injectable } from '@nestjs/common';
import type { Reader } from '../core/http/reader';
import { FundingNotices } from '../partnerships/funding/funding-notices.service';
import { Partnerships } from '../partnerships/partnerships.service';
import { Platforms } from '../platforms/platforms.service';

/** The partnerships and platforms of the hub, with the wording of their grants. */
@Injectable()
export class Places {
  constructor(
    private readonly platforms: Platforms,
    private readonly partnerships: Partnerships,
    private readonly notices: FundingNotices,
  ) {}

  async view(reader: Reader) {
    const [platforms, partnerships] = await Promise.all([
      this.platforms.list(reader.actor, reader.locales),
      this.partnerships.list(reader),
    ]);
    const notices = await this.notices.of(
      partnerships.map(({ id }) => id),
      reader.locales,
    );
    // The home page shows content of them all; those with an official wording must show it.
    const funding = [...notices.values()].filter(({ statement }) => statement);
    return { platforms, partnerships, funding };
  }
}
