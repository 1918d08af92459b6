import { Injectable } from '@nestjs/common';
import type { Reader } from '../../core/http/reader';
import { LOCALES } from '../../core/i18n/locales';
import type { OrganisationName } from '../../directory/organisations.service';
import type { GroupView } from '../groups/balance.schema';
import {
  original,
  translationIn,
  type OriginalStanding,
  type TranslationStanding,
} from './platform-editing.service';
import { PlatformFinder } from '../platform-finder.service';
import { platformPolicy } from '../platform.policy';
import type { PlatformView } from '../platform.schema';
import { Platforms } from '../platforms.service';
import { SeatChoices } from '../members/seat-choices.service';

export interface Workbench {
  platform: PlatformView;
  original: OriginalStanding;
  /** One per language other than the original's own. */
  translations: TranslationStanding[];
  groups: GroupView[];
  organisations: OrganisationName[];
}

/** All that an editor of a platform has before her. */
@Injectable()
export class PlatformWorkbench {
  constructor(
    private readonly finder: PlatformFinder,
    private readonly platforms: Platforms,
    private readonly choices: SeatChoices,
  ) {}

  /** @throws Forbidden for whoever may not edit */
  async of({ actor, language, locales }: Reader, slug: string): Promise<Workbench> {
    const row = await this.finder.bySlug(actor, slug);
    platformPolicy.allow(actor, 'edit', row);
    const [platform, choices] = await Promise.all([
      this.platforms.bySlug(actor, slug, locales),
      this.choices.offered(language, locales, row.country),
    ]);
    return {
      platform,
      original: original(row),
      translations: LOCALES.filter((locale) => locale !== row.locale).map((locale) =>
        translationIn(row, locale),
      ),
      ...choices,
    };
  }
}
